package attentionscope.app;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import attentionscope.view.canvas.FigureCanvas;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;

/** Finds what a view shows, by what it says, and presses it. */
final class Seen {

  private final TestWindow window;

  Seen(TestWindow window) {
    this.window = window;
  }

  /** Reads something on JavaFX's thread. */
  <T> T read(Callable<T> what) throws Exception {
    return FxThread.call(
        () -> {
          try {
            return what.call();
          } catch (Exception fault) {
            throw new IllegalStateException(fault);
          }
        });
  }

  /** The first of a kind that is so. */
  <N extends Node> N one(Class<N> kind, Predicate<N> wanted) throws Exception {
    return read(
        () ->
            TestWindow.all(window.stage.getScene().getRoot()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such " + kind.getSimpleName())));
  }

  ButtonBase button(String words) throws Exception {
    return one(ButtonBase.class, button -> words.equals(button.getText()));
  }

  boolean has(Class<? extends Node> kind, String words) throws Exception {
    return read(
        () ->
            TestWindow.all(window.stage.getScene().getRoot()).stream()
                .filter(kind::isInstance)
                .anyMatch(node -> Objects.equals(words, node.getAccessibleText())));
  }

  void press(String words) throws Exception {
    window.click(button(words));
  }

  Figure figure() throws Exception {
    FigureCanvas canvas = window.canvas();
    return read(
        () -> {
          canvas.layout();
          return canvas.figure();
        });
  }

  /** Clicks the first place where something lies open: others may lie over a part of it. */
  void click(Target target) throws Exception {
    Figure figure = figure();
    for (Hit hit : figure.hits()) {
      Rect rect = hit.rect();
      for (double share = 0.5; share < 1; share += 0.05) {
        for (double other : new double[] {0.5, share, 1 - share}) {
          double x = rect.x() + share * rect.width();
          double y = rect.y() + other * rect.height();
          if (figure.at(x, y).map(Hit.Found::target).filter(target::equals).isPresent()) {
            window.robot.clickOn(window.onScreen(window.canvas(), x, y));
            return;
          }
        }
      }
    }
    throw new AssertionError("nowhere is " + target);
  }

  /** Clicks a cell where it is shown first. */
  void click(CellRef cell) throws Exception {
    Rect place = figure().placesOf(cell).getFirst();
    window.robot.clickOn(window.onScreen(window.canvas(), place.centerX(), place.centerY()));
  }

  static List<String> texts(Figure figure) {
    return figure.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }
}
