package attentionscope.figure.positions;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.CellRef;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.PanelKind;
import attentionscope.workspace.PositionFindings;
import attentionscope.workspace.PositionLab;
import attentionscope.workspace.PositionLab.Encoding;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Scenes of the positions view, and their figures. */
final class Positions {

  static final String SENTENCE = "the dog bites a man";

  private final Examples examples = new Examples();
  private final Runner runner = new Runner(new ModelLibrary(ProgramFolder.find()));

  Examples examples() {
    return examples;
  }

  PositionScene scene(PositionLab lab, String sentence) {
    return scene(lab, sentence, Pointing.NONE);
  }

  PositionScene scene(PositionLab lab, String sentence, Pointing pointing) {
    Workspace workspace =
        Workspace.of("toy/i-go-home", Typed.source(sentence)).withView(View.POSITIONS).withLab(lab);
    try {
      return new PositionScene(
          lab,
          runner.run(workspace),
          Optional.of(PositionFindings.of(workspace, runner)),
          MatrixLook.PLAIN,
          pointing);
    } catch (Problem fault) {
      throw new AssertionError(fault);
    }
  }

  /** 64 wide, 80 long. */
  PositionScene scene(Encoding encoding) {
    return scene(PositionLab.PLAIN.withEncoding(encoding), SENTENCE);
  }

  /** The one of worked examples 19 and 20: d 4, five positions, position 1, a shift by two. */
  PositionScene small() {
    return scene(new PositionLab(Encoding.SINUSOIDAL, 4, 5, 10000, 1, 2), "I go home");
  }

  Figure draw(PositionScene scene, PanelKind kind) {
    return draw(scene, kind, 900, "en");
  }

  Figure draw(PositionScene scene, PanelKind kind, double width, String language) {
    PositionPanel panel = find(scene, kind).orElseThrow();
    Frame frame = examples.frame(width, 0, language);
    return panel.draw(frame.sized(width, panel.height(frame)));
  }

  static Optional<PositionPanel> find(PositionScene scene, PanelKind kind) {
    return PositionPanels.of(scene).stream().filter(panel -> panel.kind() == kind).findFirst();
  }

  static List<PanelKind> kinds(PositionScene scene) {
    return PositionPanels.of(scene).stream().map(PositionPanel::kind).toList();
  }

  static float value(PositionScene scene, CellRef ref) {
    return scene.trace().find(ref.id()).orElseThrow().at(ref.row(), ref.column());
  }
}
