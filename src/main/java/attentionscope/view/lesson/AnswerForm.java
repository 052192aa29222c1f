package attentionscope.view.lesson;

import attentionscope.language.Numbers;
import attentionscope.lesson.Attempt;
import attentionscope.lesson.Spoken;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.Inline;
import attentionscope.lesson.prose.PlainText;
import attentionscope.lesson.question.Answer;
import attentionscope.lesson.question.CellQuestion;
import attentionscope.lesson.question.ChooseQuestion;
import attentionscope.lesson.question.NumberQuestion;
import attentionscope.lesson.question.OrderQuestion;
import attentionscope.lesson.question.SetQuestion;
import attentionscope.lesson.question.TrueFalseQuestion;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.TypedNumber;
import attentionscope.view.prose.ProseView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** What takes the answer to a question, by its kind. */
final class AnswerForm {

  private final Spoken.Asked asked;
  private final Shown shown;
  private final Consumer<Intent> intents;

  AnswerForm(Spoken.Asked asked, Shown shown, Consumer<Intent> intents) {
    this.asked = asked;
    this.shown = shown;
    this.intents = intents;
  }

  /** The controls. */
  List<Node> nodes(Function<List<Block>, ProseView> prose) {
    List<Node> nodes = new ArrayList<>();
    statement(prose).ifPresent(nodes::add);
    switch (asked.question()) {
      case ChooseQuestion choose -> {
        for (String option : choose.options()) {
          nodes.add(option(line(option), new ChooseQuestion.Chosen(option), prose));
        }
      }
      case TrueFalseQuestion question -> {
        FlowPane row = new FlowPane(said(true), said(false));
        row.getStyleClass().add("question-buttons");
        nodes.add(row);
      }
      case NumberQuestion question -> nodes.add(number());
      case CellQuestion question -> nodes.add(quiet("view.question.cell"));
      case OrderQuestion question ->
          nodes.add(new OrderForm(question, asked, shown, this::reply, prose));
      case SetQuestion question -> {
        Button check = new Button(shown.text("view.question.check"));
        check.getStyleClass().add("primary");
        check.setOnAction(event -> reply(new SetQuestion.HandedIn()));
        FlowPane row = new FlowPane(check);
        row.getStyleClass().add("question-buttons");
        nodes.add(row);
      }
      default -> throw new IllegalStateException("no form for " + asked.question().kind());
    }
    return nodes;
  }

  /** The sentence that is true or not, or that is to become true, where the question has one. */
  Optional<Node> statement(Function<List<Block>, ProseView> prose) {
    List<Inline> line =
        line(
            asked.question() instanceof SetQuestion
                ? SetQuestion.GOAL
                : TrueFalseQuestion.STATEMENT);
    return line.isEmpty() ? Optional.empty() : Optional.of(paragraph(line, prose));
  }

  /** What was answered last, in words. */
  Optional<Node> given() {
    Optional<Answer> last = asked.attempt().last().map(Attempt.Try::answer);
    return last.flatMap(
            answer ->
                switch (answer) {
                  case NumberQuestion.Typed(double number) -> Optional.of(Numbers.prose(number));
                  case TrueFalseQuestion.Said(boolean isTrue) -> Optional.of(truth(isTrue));
                  case ChooseQuestion.Chosen(String option) ->
                      Optional.of(PlainText.line(line(option)));
                  default -> Optional.empty();
                })
        .map(text -> new Label(shown.text("view.question.given", text)))
        .map(
            label -> {
              label.setWrapText(true);
              label.getStyleClass().add("quiet");
              return label;
            });
  }

  private List<Inline> line(String part) {
    return asked.lines().getOrDefault(part, List.of());
  }

  private Button option(List<Inline> line, Answer answer, Function<List<Block>, ProseView> prose) {
    Button button = new OptionButton(paragraph(line, prose));
    button.setAccessibleText(PlainText.line(line));
    button.setOnAction(event -> reply(answer));
    return button;
  }

  private Button said(boolean isTrue) {
    Button button = new Button(truth(isTrue));
    button.setOnAction(event -> reply(new TrueFalseQuestion.Said(isTrue)));
    return button;
  }

  private String truth(boolean isTrue) {
    return shown.text(isTrue ? "view.question.true" : "view.question.false");
  }

  private Node number() {
    TextField field = new TextField();
    field.setPromptText(shown.text("view.question.number"));
    field.setAccessibleText(shown.text("view.question.number"));
    field.setPrefColumnCount(6);
    Button check = new Button(shown.text("view.question.check"));
    check.getStyleClass().add("primary");
    Runnable answer =
        () -> TypedNumber.parse(field.getText()).ifPresent(x -> reply(new NumberQuestion.Typed(x)));
    check.setOnAction(event -> answer.run());
    field.setOnAction(event -> answer.run());
    FlowPane row = new FlowPane(field, check);
    row.getStyleClass().add("question-buttons");
    return row;
  }

  private void reply(Answer answer) {
    intents.accept(new Intent.Reply(answer));
  }

  private Label quiet(String key) {
    Label label = new Label(shown.text(key));
    label.setWrapText(true);
    label.getStyleClass().add("quiet");
    return label;
  }

  private static ProseView paragraph(List<Inline> line, Function<List<Block>, ProseView> prose) {
    return prose.apply(List.of(new Block.Paragraph(line)));
  }
}
