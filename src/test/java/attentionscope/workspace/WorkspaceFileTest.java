package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFileTest {

  private static final Path FILE = Path.of("bookmark.yaml");
  private static final TensorId SCORES = TensorId.of("encoder.0.self.head.0.scores");

  private static final TensorId CODE = TensorId.of("position.code");

  @TempDir private Path folder;

  @Test
  void everythingSurvivesTheWayThroughAFile() throws Problem {
    Workspace full =
        new Workspace(
            "toy/translation",
            new Typed("나 는 학생 입니다", "I am: a \"student\" # not"),
            new Knobs(false, Knobs.Mask.LOOK_AHEAD, false, true, true, true),
            List.of(
                new Intervention.SetCell(new CellRef(SCORES, 0, 1), -0.1f),
                new Intervention.SetCell(new CellRef(SCORES, 0, 2), Float.NEGATIVE_INFINITY),
                new Intervention.Replace(
                    TensorId.of("encoder.self.mask"),
                    new FMatrixRMaj(2, 2, true, 1, Float.NEGATIVE_INFINITY, 1e-9f, 3)),
                new Intervention.Zero("encoder.1.self.head.*.output"),
                new Intervention.Off("**.scaled")),
            View.STEPS,
            Optional.of(Region.cell(SCORES, 1, 2)),
            List.of(Region.row(SCORES, 1), Region.all(SCORES)),
            OptionalInt.of(12),
            new PositionLab(PositionLab.Encoding.ROTARY_HALVES, 7, 9, 500.5, 3, 2)
                .withChanges(List.of(new Intervention.SetCell(new CellRef(CODE, 1, 0), 2)))
                .withPanel(Optional.of(PanelKind.CLOCKS)),
            Optional.of("wte.weight"),
            List.of(new OtherSize(OtherSize.Weight.K, 4, 6)),
            new Writing(
                Writing.Way.SAMPLE,
                0.8,
                8,
                0.9,
                7,
                List.of(5, 3, 2),
                1,
                Optional.of(TensorId.of("decoder.1.self.head.2")),
                Beams.PLAIN,
                Writing.Below.CACHE),
            new Look(
                Look.Colours.MAGMA,
                true,
                new HeadsLook(HeadsLook.Order.DISTANCE, OptionalDouble.of(1.5), false),
                RecurrentPanel.LENGTHS),
            Optional.of(new Place("13-scaled-dot-product", 4)));
    Path file = folder.resolve("full.yaml");
    WorkspaceFile.write(file, full);
    assertEquals(full, WorkspaceFile.read(file));
  }

  @Test
  void aPlainOneIsShort() throws Problem {
    Workspace plain = Workspace.of("toy/i-go-home", Typed.source("I go home"));
    String text = WorkspaceFile.text(plain);
    assertTrue(text.lines().count() <= 3, text);
    assertEquals(plain, WorkspaceFile.parse(FILE, text));
  }

  @Test
  void aWrongKeyIsNamedWithItsLineAndTheNearest() {
    Problem problem = problem("model: toy/i-go-home\ninput: I\nfokus: q[0,0]\n");
    assertEquals(List.of(FILE, "3"), problem.args().subList(0, 2));
    assertTrue(problem.args().get(2).toString().contains("focus"), problem.toString());
  }

  @Test
  void aModelIsRequired() {
    assertTrue(problem("input: I\n").toString().contains("missing-key"));
  }

  @Test
  void aMatrixHasRowsOfOneLength() {
    Problem problem =
        problem("model: m\nchange:\n  - {replace: encoder.self.mask, matrix: [[1, 0], [1]]}\n");
    assertTrue(problem.toString().contains("not-a-matrix"), problem.toString());
  }

  private static Problem problem(String text) {
    return assertThrows(Problem.class, () -> WorkspaceFile.parse(FILE, text));
  }
}
