package attentionscope.view.lessons;

import attentionscope.lesson.Standing;
import attentionscope.view.Intent;
import attentionscope.view.LessonCard;
import attentionscope.view.Shown;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A lesson to press: number, title, and how far the learner is with it. */
final class Card extends Button {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");

  /**
   * @param step at which the lesson stands if it is the one that is open
   */
  Card(LessonCard lesson, Optional<Integer> step, Shown shown, Consumer<Intent> intents) {
    boolean done = lesson.standing() == Standing.DONE;
    Label number = new Label(number(lesson.id()));
    number.getStyleClass().add("lesson-number");
    Label name = new Label(lesson.title());
    name.getStyleClass().add("lesson-name");
    name.setWrapText(true);
    name.setAlignment(Pos.TOP_LEFT);
    VBox.setVgrow(name, Priority.ALWAYS);
    name.setMaxHeight(Double.MAX_VALUE);
    Label state = new Label(state(lesson, step, shown));
    state.getStyleClass().add("lesson-state");
    VBox content = new VBox(number, name, state);
    if (lesson.standing() == Standing.BEGUN) {
      ProgressBar bar = new ProgressBar((double) lesson.visited() / lesson.steps());
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.getStyleClass().add("lesson-bar");
      content.getChildren().add(bar);
    }
    content.getStyleClass().add("lesson-card-content");
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("lesson-card");
    pseudoClassStateChanged(CURRENT, step.isPresent());
    pseudoClassStateChanged(SEEN, done);
    setAccessibleText(number.getText() + " " + lesson.title() + ". " + state.getText());
    // One that is done begins anew, any other goes on.
    int begin = step.orElse(done ? 0 : lesson.at());
    setOnAction(event -> intents.accept(new Intent.Visit(lesson.id(), begin)));
  }

  private static String state(LessonCard lesson, Optional<Integer> step, Shown shown) {
    if (step.isPresent()) {
      return shown.text("view.lessons.now", step.get() + 1, lesson.steps());
    }
    return switch (lesson.standing()) {
      case DONE -> shown.text("view.lessons.seen");
      case BEGUN -> shown.text("view.lessons.begun", lesson.visited(), lesson.steps());
      case NOT_BEGUN -> shown.text("view.lessons.length", lesson.minutes(), lesson.steps());
    };
  }

  /** {@code 13-scaled-dot-product} is lesson 13. */
  private static String number(String id) {
    int dash = id.indexOf('-');
    return dash > 0 ? id.substring(0, dash) : "";
  }
}
