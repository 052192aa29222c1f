package attentionscope.view.lesson;

import attentionscope.lesson.Attempt;
import attentionscope.lesson.Spoken;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.Inline;
import attentionscope.lesson.prose.PlainText;
import attentionscope.lesson.question.Answer;
import attentionscope.lesson.question.OrderQuestion;
import attentionscope.view.Shown;
import attentionscope.view.prose.ProseView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Things to put in order, one below the other. */
final class OrderForm extends VBox {

  private final Spoken.Asked asked;
  private final Shown shown;
  private final Function<List<Block>, ProseView> prose;
  private final List<String> order;
  private final VBox rows = new VBox();

  OrderForm(
      OrderQuestion question,
      Spoken.Asked asked,
      Shown shown,
      Consumer<Answer> reply,
      Function<List<Block>, ProseView> prose) {
    this.asked = asked;
    this.shown = shown;
    this.prose = prose;
    order = new ArrayList<>(begun(question, asked.attempt()));
    rows.getStyleClass().add("question-order");
    build();
    Button check = new Button(shown.text("view.question.check"));
    check.getStyleClass().add("primary");
    check.setOnAction(event -> reply.accept(new OrderQuestion.Ordered(order)));
    HBox buttons = new HBox(check);
    buttons.getStyleClass().add("question-buttons");
    getStyleClass().add("question-order-form");
    getChildren().addAll(rows, buttons);
  }

  /** As they were put last, to go on from there. */
  private static List<String> begun(OrderQuestion question, Attempt attempt) {
    return attempt
        .last()
        .map(Attempt.Try::answer)
        .filter(OrderQuestion.Ordered.class::isInstance)
        .map(answer -> ((OrderQuestion.Ordered) answer).items())
        .orElseGet(question::shuffled);
  }

  private void build() {
    rows.getChildren().clear();
    for (int i = 0; i < order.size(); i++) {
      rows.getChildren().add(row(i));
    }
  }

  private Node row(int at) {
    List<Inline> line = asked.lines().getOrDefault(order.get(at), List.of());
    Node text = prose.apply(List.of(new Block.Paragraph(line)));
    HBox.setHgrow(text, Priority.ALWAYS);
    String words = PlainText.line(line);
    Button up = move("↑", shown.text("view.question.up", words), at, at - 1);
    Button down = move("↓", shown.text("view.question.down", words), at, at + 1);
    HBox row = new HBox(new Label(Integer.toString(at + 1)), text, up, down);
    row.getStyleClass().add("question-item");
    return row;
  }

  private Button move(String sign, String words, int from, int to) {
    Button button = new Button(sign);
    button.setAccessibleText(words);
    button.setDisable(to < 0 || to >= order.size());
    button.setOnAction(
        event -> {
          Collections.swap(order, from, to);
          build();
        });
    return button;
  }
}
