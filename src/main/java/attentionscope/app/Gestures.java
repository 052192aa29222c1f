package attentionscope.app;

import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.lesson.question.CellQuestion;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.CellChanges;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.View;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What presses on a figure, double clicks and the pointer mean. */
final class Gestures {

  /** What only the window itself can do. */
  interface Desk {
    /** Something of the view's figure that is no matrix was pressed. */
    void press(Target.Control control);

    /** Gives the keyboard to the explanation of the cell that is looked at. */
    void explain();

    /** Says what the pointer is over. */
    void over(Optional<Hit.Found> found);
  }

  private final Supplier<Shown> shown;
  private final Consumer<Intent> intents;
  private final Desk desk;

  Gestures(Supplier<Shown> shown, Consumer<Intent> intents, Desk desk) {
    this.shown = shown;
    this.intents = intents;
    this.desk = desk;
  }

  /** A canvas on which they have their meaning. */
  FigureCanvas on(FigureCanvas canvas) {
    canvas.setOnPress(this::press);
    canvas.setOnOpen(this::open);
    canvas.setOnToggle(this::toggle);
    canvas.setOnExplain(
        target -> {
          press(target);
          desk.explain();
        });
    canvas.setOnHover(desk::over);
    return canvas;
  }

  /** A canvas on which cells are told of, and no more. */
  FigureCanvas over(FigureCanvas canvas) {
    canvas.setOnHover(desk::over);
    return canvas;
  }

  private void press(Target target) {
    switch (target) {
      case Target.Cell(CellRef cell) -> press(cell);
      case Target.Area(Region region) -> intents.accept(look(region));
      case Target.Control control -> desk.press(control);
    }
  }

  /** Among all heads, and in the whole of a model, a press opens one matrix. */
  private Intent look(Region region) {
    View view = shown.get().workspace().view();
    return view == View.HEADS || view == View.MODEL
        ? new Intent.Enlarge(region)
        : new Intent.Focus(region);
  }

  /** A cell that a question waits for is an answer; any other is looked at. */
  private void press(CellRef cell) {
    boolean answer = shown.get().lecture().flatMap(lecture -> lecture.askedAbout(cell)).isPresent();
    intents.accept(
        answer ? new Intent.Reply(new CellQuestion.Clicked(cell)) : new Intent.Focus(region(cell)));
  }

  /** Hides a key from a query, or shows it again, where the cell is one of a mask. */
  private boolean toggle(CellRef cell) {
    Optional<Intent> change = CellChanges.toggled(shown.get(), cell).map(Intent.Change::new);
    change.ifPresent(intents);
    return change.isPresent();
  }

  /**
   * Toggles what was pressed twice if it can be; else opens its calculation or, where that is open,
   * its explanation.
   */
  private void open(Target target) {
    if (target instanceof Target.Cell(CellRef cell) && toggle(cell)) {
      return;
    }
    View view = shown.get().workspace().view();
    // a study of positions has no calculation of a model to go to, a state's is the inspector's
    if (view == View.STEPS || view == View.POSITIONS || view == View.RECURRENT) {
      desk.explain();
      return;
    }
    switch (target) {
      case Target.Cell(CellRef cell)
          when view == View.GENERATE && cell.id().equals(Outlook.PROBABILITIES) ->
          intents.accept(new Intent.Write(cell.column()));
      case Target.Cell(CellRef cell) -> intents.accept(new Intent.Calculate(region(cell)));
      case Target.Area(Region region) -> intents.accept(new Intent.Calculate(region));
      case Target.Control control -> desk.press(control);
    }
  }

  /** What a target is a part of. */
  static Optional<Region> region(Target target) {
    return switch (target) {
      case Target.Cell(CellRef cell) -> Optional.of(region(cell));
      case Target.Area(Region region) -> Optional.of(region);
      case Target.Control control -> Optional.empty();
    };
  }

  private static Region region(CellRef cell) {
    return Region.cell(cell.id(), cell.row(), cell.column());
  }
}
