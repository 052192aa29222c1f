package attentionscope.app;

import attentionscope.view.inspector.Inspector;
import attentionscope.view.lesson.LessonPanel;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The lesson, the middle and the inspector side by side. Where that would leave the middle too
 * little, the inspector goes below the lesson, folded up where the lesson needs the room; without a
 * lesson it stays where it is.
 */
final class Columns extends Pane {

  private static final double LESSON_SHARE = 0.225;
  private static final double INSPECTOR_SHARE = 0.23;
  private static final double NARROWEST = 256;
  private static final double WIDEST = 400;
  private static final double LEAST_BELOW = 160;
  private static final double MOST_BELOW = 0.5;

  private final LessonPanel lesson;
  private final Region middle;
  private final Inspector inspector;
  private double middleWants;

  Columns(LessonPanel lesson, Region middle, Inspector inspector) {
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
      inspector.standBelow(free < LEAST_BELOW);
      double under = Math.floor(below(left, free, height));
      lesson.resizeRelocate(0, 0, left, height - under);
      inspector.resizeRelocate(0, height - under, left, under);
      middle.resizeRelocate(left, 0, width - left, height);
    } else {
      inspector.standBeside();
      lesson.resizeRelocate(0, 0, left, height);
      inspector.resizeRelocate(width - right, 0, right, height);
      middle.resizeRelocate(left, 0, width - left - right, height);
    }
  }

  /** What the lesson leaves; one that was opened takes what it needs, up to half of the height. */
  private double below(double width, double free, double height) {
    double wants = inspector.wants(width);
    double half = height * MOST_BELOW;
    double left = Math.min(free, half);
    return inspector.isFolded()
        ? wants
        : inspector.isOpened() ? Math.max(left, Math.min(wants, half)) : left;
  }

  private static double side(double width, double share) {
    return Math.floor(Math.clamp(width * share, NARROWEST, WIDEST));
  }
}
