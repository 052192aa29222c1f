package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.PositionTests;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;

/**
 * What the positions view measures besides its run. It takes longer than the run itself.
 *
 * @param tests the tests of a position code
 * @param unplaced what the shuffle test leaves without any positions: {@code shuffle.difference} of
 *     the same sentence with the encoding {@link PositionLab.Encoding#NONE}; absent when nothing is
 *     typed
 */
public record PositionFindings(List<PositionTests.Result> tests, Optional<Node> unplaced)
    implements Findings {

  private static final TensorId DIFFERENCE = TensorId.of("shuffle.difference");

  public PositionFindings {
    tests = List.copyOf(tests);
  }

  /**
   * Measures a workspace of the positions view.
   *
   * @throws Problem when the encoding can't be that wide or that long
   */
  public static PositionFindings of(Workspace workspace, Runner runner) throws Problem {
    PositionLab lab = workspace.lab();
    // changes to the run may name matrices that a run without positions does not have
    Workspace without =
        workspace
            .withView(View.POSITIONS)
            .withLab(lab.withEncoding(PositionLab.Encoding.NONE).withChanges(List.of()));
    return new PositionFindings(
        PositionTests.of(lab.study()), runner.run(without).find(DIFFERENCE));
  }
}
