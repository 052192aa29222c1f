package attentionscope.app;

import attentionscope.view.lesson.LessonPanel;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The lesson, the middle and the inspector side by side. Where that would leave the middle too
 * little, the inspector goes below the lesson; without a lesson it stays where it is.
 */
final class Columns extends Pane {

  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
  private static final double LESSON_SHARE = 0.225;
  private static final double INSPECTOR_SHARE = 0.23;
  private static final double NARROWEST = 256;
  private static final double WIDEST = 400;
  private static final double LEAST_BELOW = 132;
  private static final double MOST_BELOW = 0.5;

  private final LessonPanel lesson;
  private final Region middle;
  private final Region inspector;
  private double middleWants;

  Columns(LessonPanel lesson, Region middle, Region inspector) {
    this.lesson = lesson;
    this.middle = middle;
    this.inspector = inspector;
    getChildren().addAll(lesson, middle, inspector);
    lesson.managedProperty().addListener(property -> requestLayout());
    inspector.managedProperty().addListener(property -> requestLayout());
  }

  /** How wide the view in the middle has to be to be good. */
  void setMiddleWants(double width) {
    middleWants = width;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double left = lesson.isManaged() ? side(width, LESSON_SHARE) : 0;
    double right = inspector.isManaged() ? side(width, INSPECTOR_SHARE) : 0;
    boolean below = left > 0 && right > 0 && width - left - right < middleWants;
    if (below) {
      double free = height - lesson.wants(left);
      double under = Math.floor(Math.clamp(free, LEAST_BELOW, height * MOST_BELOW));
      lesson.resizeRelocate(0, 0, left, height - under);
      inspector.resizeRelocate(0, height - under, left, under);
      middle.resizeRelocate(left, 0, width - left, height);
    } else {
      lesson.resizeRelocate(0, 0, left, height);
      inspector.resizeRelocate(width - right, 0, right, height);
      middle.resizeRelocate(left, 0, width - left - right, height);
    }
    inspector.pseudoClassStateChanged(BELOW, below);
  }

  private static double side(double width, double share) {
    return Math.floor(Math.clamp(width * share, NARROWEST, WIDEST));
  }
}
