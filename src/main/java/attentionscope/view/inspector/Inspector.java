package attentionscope.view.inspector;

import attentionscope.figure.paint.Formulas;
import attentionscope.trace.Region;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.Place;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Explains whatever is selected. Below a lesson that needs the room it folds itself up to one line;
 * whoever opens it keeps it open for as long as the step lasts.
 */
public final class Inspector extends Pane implements Part {

  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

  private final Explanation explanation;
  private final FoldBar bar = new FoldBar(this::turn);

  private boolean below;
  private boolean folded;
  private Optional<Boolean> wish = Optional.empty();
  private Optional<Place> place = Optional.empty();

  /**
   * @param point outlines cells that the pointer is over here
   */
  public Inspector(Formulas formulas, Consumer<Intent> intents, Consumer<List<Region>> point) {
    explanation = new Explanation(formulas, intents, point);
    getStyleClass().add("inspector-panel");
    setMinWidth(0);
    bar.setVisible(false);
    getChildren().addAll(explanation, bar);
  }

  @Override
  public void show(Shown shown) {
    // of what lies in a file nothing was computed
    boolean picture = shown.workspace().view() != View.LESSONS && !shown.looksAtFiles();
    setVisible(picture);
    setManaged(picture);
    if (!shown.workspace().place().equals(place)) {
      place = shown.workspace().place();
      wish = Optional.empty();
      requestLayout();
    }
    if (picture) {
      explanation.show(shown);
      bar.show(shown, folded);
    }
  }

  /** What gets the keyboard when somebody wants an explanation. */
  public Optional<Node> first() {
    return explanation.first();
  }

  /** Where a cell gets another value, while one is selected; folded up, the line above it. */
  public Optional<Node> whatIf() {
    return folded ? Optional.of(bar) : explanation.whatIf();
  }

  /** Shows everything there is to say. */
  public void open() {
    if (folded) {
      turn();
    }
  }

  private void turn() {
    wish = Optional.of(folded);
    fold(!folded);
    requestLayout();
  }

  private void fold(boolean now) {
    folded = now;
    explanation.setVisible(!now);
    bar.show(now);
  }

  /** It stands beside the middle, as tall as that. */
  public void standBeside() {
    place(false, false);
  }

  /**
   * It stands below the lesson.
   *
   * @param tight whether the lesson leaves it too little to be of use
   */
  public void standBelow(boolean tight) {
    place(true, !wish.orElse(!tight));
  }

  private void place(boolean nowBelow, boolean nowFolded) {
    below = nowBelow;
    bar.setVisible(below);
    pseudoClassStateChanged(BELOW, below);
    if (folded != nowFolded) {
      fold(nowFolded);
    }
  }

  /** How tall it would be best. */
  public double wants(double width) {
    double line = bar.prefHeight(width);
    return folded ? line : line + explanation.wants(width);
  }

  /** Whether one line is all there is of it. */
  public boolean isFolded() {
    return folded;
  }

  /** Whether it is open because somebody wanted it so. */
  public boolean isOpened() {
    return wish.orElse(false);
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double width = getWidth() - left - snappedRightInset();
    double top = snappedTopInset();
    double line = below ? bar.prefHeight(width) : 0;
    bar.resizeRelocate(left, top, width, line);
    explanation.resizeRelocate(left, top + line, width, Math.max(0, getHeight() - top - line));
  }
}
