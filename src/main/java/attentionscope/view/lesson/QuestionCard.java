package attentionscope.view.lesson;

import attentionscope.lesson.Attempt;
import attentionscope.lesson.Spoken;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.question.OrderQuestion;
import attentionscope.lesson.question.SetQuestion;
import attentionscope.trace.Region;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.prose.ProseView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A question: predict first, then see. */
final class QuestionCard extends VBox {

  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final Supplier<ProseView> proses;
  private final Consumer<Intent> intents;
  private final List<ProseView> texts = new ArrayList<>();
  private Optional<Spoken.Asked> shownQuestion = Optional.empty();
  private String language = "";

  QuestionCard(Supplier<ProseView> proses, Consumer<Intent> intents) {
    this.proses = proses;
    this.intents = intents;
    getStyleClass().add("question-card");
  }

  void show(Optional<Spoken.Asked> asked, Shown shown) {
    setVisible(asked.isPresent());
    setManaged(asked.isPresent());
    String code = shown.texts().language().code();
    if (asked.equals(shownQuestion) && code.equals(language)) {
      return; // what is being typed stays
    }
    shownQuestion = asked;
    language = code;
    texts.clear();
    getChildren().clear();
    asked.ifPresent(question -> build(question, shown));
  }

  void mark(Optional<Region> selected) {
    texts.forEach(text -> text.mark(selected));
  }

  private void build(Spoken.Asked asked, Shown shown) {
    Attempt attempt = asked.attempt();
    pseudoClassStateChanged(DONE, attempt.isDone());
    Label title = new Label(title(asked, shown));
    title.getStyleClass().add("question-title");
    getChildren().add(title);
    AnswerForm form = new AnswerForm(asked, shown, intents);
    if (attempt.isDone()) {
      form.statement(this::prose).ifPresent(getChildren()::add);
      form.given().ifPresent(getChildren()::add);
      add(asked.why(), "why");
      return;
    }
    getChildren().addAll(form.nodes(this::prose));
    add(asked.reply(), "reply");
    add(asked.hint(), "hint");
    Button reveal = new Button(shown.text("view.question.reveal"));
    reveal.setOnAction(event -> intents.accept(new Intent.Reveal()));
    FlowPane buttons = new FlowPane(reveal);
    if (!attempt.hint()) {
      Button hint = new Button(shown.text("view.question.hint"));
      hint.setOnAction(event -> intents.accept(new Intent.Hint()));
      buttons.getChildren().addFirst(hint);
    }
    buttons.getStyleClass().add("question-buttons");
    getChildren().add(buttons);
  }

  private static String title(Spoken.Asked asked, Shown shown) {
    Attempt attempt = asked.attempt();
    boolean task = asked.question().judgesTheScreen();
    if (attempt.isRight()) {
      return shown.text(task ? "view.question.solved" : "view.question.right");
    }
    if (attempt.revealed()) {
      return shown.text("view.question.revealed");
    }
    if (attempt.last().isPresent()) {
      return shown.text("view.question.wrong");
    }
    return shown.text(
        switch (asked.question()) {
          case SetQuestion set -> "view.question.task";
          case OrderQuestion order -> "view.question.order";
          default -> "view.question.predict";
        });
  }

  private void add(List<Block> blocks, String style) {
    if (!blocks.isEmpty()) {
      Node text = prose(blocks);
      text.getStyleClass().add(style);
      getChildren().add(text);
    }
  }

  private ProseView prose(List<Block> blocks) {
    ProseView text = proses.get();
    text.show(blocks);
    texts.add(text);
    return text;
  }
}
