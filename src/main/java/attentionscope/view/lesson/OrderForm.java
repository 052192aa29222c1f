package attentionscope.view.lesson;

import attentionscope.lesson.Attempt;
import attentionscope.lesson.Spoken;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.Inline;
import attentionscope.lesson.prose.PlainText;
import attentionscope.lesson.question.Answer;
import attentionscope.lesson.question.OrderQuestion;
import attentionscope.view.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * Things to put in order, one below the other: dragged, moved with their buttons, or with the arrow
 * keys.
 */
final class OrderForm extends VBox {

  private final List<OrderItem> order = new ArrayList<>();
  private final Rows rows = new Rows();

  OrderForm(
      OrderQuestion question,
      Spoken.Asked asked,
      Shown shown,
      Consumer<Answer> reply,
      Function<List<Block>, ? extends Node> prose) {
    for (String name : begun(question, asked.attempt())) {
      List<Inline> line = asked.lines().getOrDefault(name, List.of());
      Node text = prose.apply(List.of(new Block.Paragraph(line)));
      order.add(new OrderItem(name, text, PlainText.line(line), shown, this::move));
    }
    rows.getChildren().addAll(order);
    place();
    Label how = new Label(shown.text("view.question.order-how"));
    how.setWrapText(true);
    how.getStyleClass().add("quiet");
    Button check = new Button(shown.text("view.question.check"));
    check.getStyleClass().add("primary");
    check.setOnAction(event -> reply.accept(new OrderQuestion.Ordered(names())));
    FlowPane buttons = new FlowPane(check);
    buttons.getStyleClass().add("question-buttons");
    getStyleClass().add("question-order-form");
    getChildren().addAll(how, rows, buttons);
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

  private List<String> names() {
    return order.stream().map(OrderItem::name).toList();
  }

  private void place() {
    for (int i = 0; i < order.size(); i++) {
      order.get(i).placed(i, order.size());
    }
    rows.requestLayout();
  }

  /** Moves an item over its neighbours; it keeps the keyboard. */
  private void move(OrderItem item, int by) {
    int from = order.indexOf(item);
    int to = Math.clamp(from + by, 0, order.size() - 1);
    if (from != to) {
      order.remove(from);
      order.add(to, item);
      place();
      item.requestFocus();
    }
  }

  /**
   * The items one below the other. They keep their parent, or the one that is dragged were lost.
   */
  private final class Rows extends Pane {
    private static final double GAP = 6;

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double gaps = GAP * (order.size() - 1);
      return gaps + order.stream().mapToDouble(item -> item.prefHeight(width)).sum();
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
      double y = 0;
      for (OrderItem item : order) {
        double height = item.prefHeight(getWidth());
        item.resizeRelocate(0, y, getWidth(), height);
        y += height + GAP;
      }
    }
  }
}
