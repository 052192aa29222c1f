package attentionscope.app;

import attentionscope.figure.recurrent.RecurrentTimeline;
import attentionscope.figure.recurrent.Unrolled;
import attentionscope.figure.shapes.AttentionNodes;
import attentionscope.figure.shapes.ShapesTimeline;
import attentionscope.figure.shapes.SizePlan;
import attentionscope.figure.steps.StepsTimeline;
import attentionscope.files.Problem;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.view.FocusedHead;
import attentionscope.view.Ride;
import attentionscope.view.Track;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.Optional;

/**
 * What becomes of a workspace while a calculation is played in the steps, the shapes or the
 * recurrent view.
 */
final class Calculation {

  private Calculation() {}

  /** The calculation has been played to a moment; the cell it made is looked at. */
  static Workspace to(int moment, Workspace workspace, Trace trace) {
    Optional<RecurrentTimeline> unrolled = unrolled(workspace, trace);
    if (unrolled.isPresent()) {
      return unrolled
          .get()
          .looksAt(moment)
          .map(workspace::withFocus)
          .orElse(workspace)
          .withMoment(moment);
    }
    Optional<CellRef> cell = timeline(workspace, trace).flatMap(steps -> steps.at(moment).cell());
    return cell.map(ref -> workspace.withFocus(Region.cell(ref.id(), ref.row(), ref.column())))
        .orElse(workspace)
        .withMoment(moment);
  }

  /**
   * What can be played of the run: a head's calculation, or the way through an attention or through
   * time.
   */
  static Optional<Ride> ride(Workspace workspace, Trace trace) {
    Optional<Ride> steps =
        timeline(workspace, trace)
            .map(
                line ->
                    new Ride(
                        Track.CALCULATION,
                        line.at(workspace.moment(), workspace.focus()).index(),
                        line.size()));
    return steps
        .or(() -> unrolled(workspace, trace).map(line -> ride(workspace, line)))
        .or(
            () ->
                shapes(workspace, trace)
                    .map(
                        line ->
                            new Ride(
                                Track.CALCULATION,
                                line.at(workspace.moment()).index(),
                                line.size())));
  }

  private static Ride ride(Workspace workspace, RecurrentTimeline line) {
    return new Ride(Track.CALCULATION, line.at(workspace.moment()), line.size());
  }

  private static Optional<RecurrentTimeline> unrolled(Workspace workspace, Trace trace) {
    return workspace.view() == View.RECURRENT
        ? Unrolled.of(trace).map(RecurrentTimeline::of)
        : Optional.empty();
  }

  private static Optional<ShapesTimeline> shapes(Workspace workspace, Trace trace) {
    Optional<FocusedHead> head =
        workspace.view() == View.SHAPES
            ? FocusedHead.of(trace, workspace.focus())
            : Optional.empty();
    return head.flatMap(
        one -> {
          try {
            AttentionNodes nodes = AttentionNodes.of(trace, one.site(), one.head());
            return Optional.of(ShapesTimeline.of(nodes, SizePlan.of(nodes, workspace.sizes())));
          } catch (Problem onlyWeights) {
            return Optional.empty();
          }
        });
  }

  private static Optional<StepsTimeline> timeline(Workspace workspace, Trace trace) {
    Optional<FocusedHead> head =
        workspace.view() == View.STEPS
            ? FocusedHead.of(trace, workspace.focus())
            : Optional.empty();
    return head.flatMap(
        one -> {
          try {
            return Optional.of(StepsTimeline.of(trace, one.id()));
          } catch (Problem onlyWeights) {
            return Optional.empty();
          }
        });
  }
}
