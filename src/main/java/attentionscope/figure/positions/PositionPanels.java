package attentionscope.figure.positions;

import attentionscope.op.Buckets;
import attentionscope.trace.Node;
import attentionscope.workspace.PanelKind;
import attentionscope.workspace.PositionLab.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which figures an encoding has: those that its run has the matrices of. */
public final class PositionPanels {

  private PositionPanels() {}

  /** The figures, in the order of reading. */
  public static List<PositionPanel> of(PositionScene scene) {
    List<PositionPanel> panels = new ArrayList<>();
    List<Node> biases = scene.biases();
    scene
        .find("position.vector")
        .filter(vector -> !scene.pairs().isEmpty())
        .ifPresent(
            vector ->
                add(
                    panels,
                    PanelKind.TURNING,
                    new TurningBody(scene, vector, scene.code().orElseThrow())));
    scene.code().ifPresent(code -> added(panels, scene, code));
    if (!biases.isEmpty()) {
      biased(panels, scene, biases);
    }
    add(panels, PanelKind.SENTENCE, SentenceBody.of(scene).orElseGet(EmptyBody::new));
    add(panels, PanelKind.TESTS, new TestsBody(scene));
    ShuffleBody.of(scene).ifPresent(body -> add(panels, PanelKind.SHUFFLE, body));
    return List.copyOf(panels);
  }

  private static void added(List<PositionPanel> panels, PositionScene scene, Node code) {
    add(panels, PanelKind.CODE, new CodeBody(scene, code));
    if (scene.lab().encoding() == Encoding.NONE) {
      // nothing but zeros to multiply, to draw as waves or to measure
      return;
    }
    Optional<Node> dots = scene.find("position.dots");
    dots.ifPresent(node -> add(panels, PanelKind.DOTS, new DotsBody(scene, node)));
    add(panels, PanelKind.WAVES, new WavesBody(scene, code));
    dots.ifPresent(node -> add(panels, PanelKind.SIMILARITY, new SimilarityBody(scene, node)));
    if (!scene.pairs().isEmpty()) {
      // the wavelengths stand beside the rotation, else beside the clocks
      int share = RotationBody.of(scene).isPresent() ? 3 : 2;
      panels.add(new PositionPanel(PanelKind.CLOCKS, share, new ClocksBody(scene, code)));
    }
    RotationBody.of(scene).ifPresent(body -> add(panels, PanelKind.ROTATION, body));
    if (!scene.pairs().isEmpty()) {
      add(panels, PanelKind.WAVELENGTHS, new WavelengthsBody(scene, code));
    }
  }

  private static void biased(List<PositionPanel> panels, PositionScene scene, List<Node> biases) {
    if (biases.getFirst().op() instanceof Buckets buckets) {
      Node table = biases.getFirst().input(0);
      add(panels, PanelKind.BUCKETS, new BucketsBody(scene, table, buckets));
      add(panels, PanelKind.TABLE, new TableBody(scene, table));
      add(panels, PanelKind.HEADS, new HeadsBody(scene, biases));
      add(panels, PanelKind.DISTANCES, new DistancesBody(scene, biases));
    } else {
      add(panels, PanelKind.HEADS, new HeadsBody(scene, biases));
      add(panels, PanelKind.DISTANCES, new SlopesBody(scene, biases));
    }
  }

  private static void add(List<PositionPanel> panels, PanelKind kind, Body body) {
    panels.add(new PositionPanel(kind, body));
  }
}
