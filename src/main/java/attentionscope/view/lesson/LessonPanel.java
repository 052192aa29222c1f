package attentionscope.view.lesson;

import attentionscope.figure.paint.Formulas;
import attentionscope.trace.Region;
import attentionscope.view.Intent;
import attentionscope.view.Lecture;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.view.prose.Links;
import attentionscope.view.prose.ProseView;
import attentionscope.workspace.View;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What the lesson says at this step, and the question it asks. */
public final class LessonPanel extends ScrollPane implements Part {

  private static final double TEXT = 15;

  private final Label place = new Label();
  private final Label heading = new Label();
  private final FaultList faults = new FaultList();
  private final ProseView prose;
  private final QuestionCard question;
  private Optional<Lecture> lecture = Optional.empty();

  public LessonPanel(Formulas formulas, Links links, Consumer<Intent> intents) {
    prose = new ProseView(formulas, links, TEXT);
    question = new QuestionCard(() -> new ProseView(formulas, links, TEXT), intents);
    getStyleClass().addAll("panel", "lesson-panel");
    place.getStyleClass().add("caption");
    place.setWrapText(true);
    heading.getStyleClass().add("lesson-heading");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    VBox step = new VBox(place, faults, heading, prose, question);
    step.getStyleClass().add("lesson-step");
    setContent(step);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /** How tall it has to be to say everything without scrolling. */
  public double wants(double width) {
    return getContent().prefHeight(width - snappedLeftInset() - snappedRightInset()) + 2;
  }

  @Override
  public void show(Shown shown) {
    boolean visible =
        shown.lecture().isPresent()
            && !shown.chrome().folded()
            && shown.workspace().view() != View.LESSONS;
    setVisible(visible);
    setManaged(visible);
    shown.lecture().ifPresent(now -> show(now, shown));
  }

  private void show(Lecture now, Shown shown) {
    boolean otherStep = lecture.isEmpty() || !lecture.get().isAt(now);
    lecture = Optional.of(now);
    place.setText(
        shown.text("view.lesson.place", now.title(), now.player().index() + 1, now.count()));
    faults.show(now.faults(), shown);
    heading.setText(now.spoken().title());
    prose.show(now.spoken().body());
    question.show(now.spoken().asked(), shown);
    mark(shown.workspace().focus());
    if (otherStep) {
      setVvalue(0);
    }
  }

  /** Lights up the words that speak of something in the picture. */
  public void mark(Optional<Region> selected) {
    prose.mark(selected);
    question.mark(selected);
  }
}
