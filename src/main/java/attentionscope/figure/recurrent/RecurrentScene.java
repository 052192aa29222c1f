package attentionscope.figure.recurrent;

import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.RecurrentPanel;
import attentionscope.workspace.recurrent.RecurrentFindings;
import java.util.List;
import java.util.Optional;

/**
 * All that the figure shows.
 *
 * @param unrolled the run
 * @param timeline its moments
 * @param moment how far it has been played
 * @param focus what is looked at
 * @param expected the words that the decoder should say, by its steps; it may be shorter than those
 * @param free whether the decoder reads what it has said itself
 * @param cut whether attention is cut
 * @param panel what stands below
 * @param findings what was measured besides, as far as it is known
 * @param model the name of the model
 * @param look how weights are coloured
 * @param pointing what is selected and spoken of
 */
public record RecurrentScene(
    Unrolled unrolled,
    RecurrentTimeline timeline,
    int moment,
    Optional<Region> focus,
    List<String> expected,
    boolean free,
    boolean cut,
    RecurrentPanel panel,
    RecurrentFindings findings,
    String model,
    MatrixLook look,
    Pointing pointing) {

  public RecurrentScene {
    expected = List.copyOf(expected);
  }

  /** What the run says, row by row. */
  List<String> said() {
    return unrolled.said();
  }

  /** The step that stands open. */
  Optional<UnrolledStep> open() {
    return timeline.open(moment, focus.map(Region::id));
  }

  /**
   * The decoder's step whose looking is shown: the open one; else that of the row of the alignment
   * that is looked at; else the newest.
   */
  Optional<Integer> asking() {
    int written = timeline.written(moment);
    Optional<Integer> looked =
        focus
            .filter(region -> region.id().leaf().equals("weights"))
            .map(region -> region.rows().from())
            .filter(row -> row < written);
    Optional<Integer> open =
        open()
            .filter(step -> step.id().path().startsWith("decoder."))
            .map(UnrolledStep::number)
            .filter(step -> step < written);
    boolean decoding = focus.map(Region::id).flatMap(this::encoderStep).isEmpty();
    return looked
        .or(() -> open)
        .or(() -> decoding && written > 0 ? Optional.of(written - 1) : Optional.empty());
  }

  private Optional<UnrolledStep> encoderStep(TensorId id) {
    return unrolled.stepOf(id).filter(step -> step.id().path().startsWith("encoder."));
  }

  /** Whether what a step of the decoder says is right; empty where nothing was expected. */
  Optional<Boolean> right(int step) {
    return step < expected.size()
        ? Optional.of(expected.get(step).equals(said().get(step)))
        : Optional.empty();
  }

  /** One scale for the states of all steps, so that their columns can be compared. */
  ColorScale states() {
    List<Node> hidden =
        unrolled.lanes().stream()
            .flatMap(lane -> lane.steps().stream())
            .map(UnrolledStep::hidden)
            .toList();
    return ColorScale.of(hidden, look);
  }
}
