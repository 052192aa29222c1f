package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What intents make of wishes.
 *
 * @param library of the models that can be opened
 * @param trained what is trained
 * @param lectures of the lessons
 */
record Wishes(ModelLibrary library, Trained trained, Lectures lectures) {

  /**
   * What a wish becomes.
   *
   * @param shown what is on screen
   * @throws Problem when the intent names something that there is not
   */
  Wish of(Wish now, Answer shown, Intent intent) throws Problem {
    Workspace workspace = now.workspace();
    return switch (intent) {
      case Intent.Focus(var region) -> now.with(lookingAt(workspace, shown.trace(), region));
      case Intent.Study(var lab) -> now.with(workspace.withLab(lab));
      case Intent.Retype(var input) -> now.with(workspace.withInput(input));
      case Intent.Turn(var knobs) -> now.with(workspace.withKnobs(knobs));
      case Intent.Backwards(boolean gradients, var region) ->
          now.with(
              workspace
                  .withKnobs(workspace.knobs().withGradients(gradients))
                  .withFocus(region)
                  .withView(View.ATTENTION));
      case Intent.Change(var changes) -> now.with(workspace.withChanges(changes));
      case Intent.Drag(var changes, long movement) -> now.with(workspace.withChanges(changes));
      case Intent.OpenModel(String model) ->
          now.with(
              workspace
                  .withModel(model, library.open(model).example())
                  .withPlace(Optional.empty()));
      case Intent.Open(var view) when view == View.TRAIN ->
          now.with(trained.enter(workspace).withView(view));
      case Intent.Try(var experiment) -> now.with(trained.begin(workspace, experiment));
      case Intent.Teach(String task) -> now.with(trained.teach(workspace, task));
      case Intent.Replan(String name, String value) ->
          now.with(trained.replan(workspace, name, value));
      case Intent.GoOn() -> now.with(trained.goOn(workspace));
      case Intent.Save(var what, Path place) -> {
        trained.save(what, place, workspace);
        yield now;
      }
      case Intent.BeginAnew() -> now.with(trained.reset(workspace));
      case Intent.Train(var order) -> {
        trained.order(order);
        yield now;
      }
      case Intent.TrainAt(int pace) -> {
        trained.laboratory().pace(pace);
        yield now;
      }
      case Intent.LookAt(String snapshot) -> now.with(trained.at(snapshot, workspace));
      case Intent.Rewind(int place) -> now.with(trained.rewind(place, workspace));
      case Intent.Open(var view) -> now.with(seen(workspace, view));
      case Intent.OpenFiles(String place) -> now.with(opened(workspace, place));
      case Intent.Inspect(var tensor) -> now.with(workspace.withTensor(tensor));
      case Intent.Calculate(var region) ->
          now.with(workspace.withFocus(region).withView(View.STEPS));
      case Intent.Enlarge(var region) ->
          now.with(workspace.withFocus(region).withView(View.ATTENTION));
      case Intent.Arrange(var heads) ->
          now.with(workspace.withLook(workspace.look().withHeads(heads)));
      case Intent.Resize(var sizes) -> now.with(workspace.withSizes(sizes));
      case Intent.MoveTo(int moment) -> now.with(Calculation.to(moment, workspace, shown.trace()));
      case Intent.WriteTo(int count) -> now.with(Continued.to(count, workspace, shown));
      case Intent.Write(int token) -> now.with(Continued.by(token, workspace, shown));
      case Intent.Follow(var written) ->
          now.with(workspace.withWriting(workspace.writing().withWritten(written, written.size())));
      case Intent.SearchTo(int step) -> now.with(Continued.searched(step, workspace));
      case Intent.Choose(var writing) -> now.with(workspace.withWriting(writing));
      case Intent.Below(var panel) ->
          now.with(workspace.withLook(workspace.look().withRecurrent(panel)));
      case Intent.Through(String model) -> now.with(through(workspace, model));
      case Intent.Transpose() ->
          now.with(
              workspace.withLook(workspace.look().withTransposed(!workspace.look().transposed())));
      case Intent.Visit(String id, int step) -> lectures.visit(now, id, step);
      case Intent.Step(int step) -> lectures.step(now, step);
      case Intent.Reply(var answer) -> Lectures.reply(now, shown, answer);
      case Intent.Hint() -> Lectures.hint(now, shown);
      case Intent.Reveal() -> Lectures.reveal(now, shown);
      default -> now;
    };
  }

  /** A model goes on with a text only where it has not written it in the run itself. */
  private static Workspace seen(Workspace workspace, View view) {
    return view == View.GENERATE
        ? workspace.withView(view).withKnobs(workspace.knobs().withTeacher(true))
        : workspace.withView(view);
  }

  /** The same text, read by another model. */
  private static Workspace through(Workspace workspace, String model) {
    Knobs knobs = Knobs.MODEL.withTeacher(workspace.knobs().teacher());
    return workspace
        .withModel(model, workspace.input())
        .withKnobs(knobs)
        .withPlace(Optional.empty());
  }

  /** What lies there, looked at as a whole; how things are drawn stays as it was chosen. */
  private Workspace opened(Workspace workspace, String place) throws Problem {
    if (WorkspaceFile.isNamedBy(place)) {
      return WorkspaceFile.read(Path.of(place));
    }
    OpenedModel opened = library.reopen(place);
    return workspace
        .withModel(place, opened.example())
        .withPlace(Optional.empty())
        .withView(opened.beginsWith());
  }

  /**
   * In the positions view a cell's position is the one that is looked at; in the shapes view the
   * way through an attention stays where it is while one looks at others of its matrices; in the
   * view of what is written a head that was looked at stays while one looks at probabilities; an
   * unrolled network is looked at without being played any further.
   */
  private static Workspace lookingAt(Workspace workspace, Trace trace, Region region) {
    Workspace focused = workspace.withFocus(region);
    return switch (workspace.view()) {
      case POSITIONS -> focused.withLab(workspace.lab().lookingAt(region));
      case SHAPES ->
          workspace.moment().isPresent() && isSameAttention(workspace, trace, region)
              ? focused.withMoment(workspace.moment().getAsInt())
              : focused;
      case GENERATE -> focused.withWriting(workspace.lookedAt());
      case RECURRENT ->
          workspace.moment().isPresent()
              ? focused.withMoment(workspace.moment().getAsInt())
              : focused;
      case LESSONS, MODEL, ATTENTION, STEPS, PLANE, HEADS, TRAIN -> focused;
    };
  }

  private static boolean isSameAttention(Workspace workspace, Trace trace, Region region) {
    return FocusedHead.of(trace, workspace.focus())
        .map(FocusedHead::site)
        .equals(FocusedHead.of(trace, Optional.of(region)).map(FocusedHead::site));
  }
}
