package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceKeysTest {
  @TempDir Path folder;

  /** The last step of the small lesson with other keys. */
  private Workspace step(String keys) {
    Faults faults = new Faults();
    Path lesson =
        new SmallLesson()
            .with("lesson.yaml", "needs: [49-before]\n", "")
            .with("lesson.yaml", "    input: I go\n", keys.indent(4))
            .with(
                "lesson.yaml",
                "    change: [{cell: \"encoder.0.self.head.0.scores[0,1]\", value: 8}]\n",
                "")
            .write(folder);
    Optional<Lesson> read = LessonReader.read(lesson, List.of("en", "ko"), faults);
    assertTrue(faults.isEmpty(), () -> faults.all().toString());
    return read.orElseThrow().steps().getLast().workspace();
  }

  @Test
  void aStepBeginsWithTheStartAndNotWithTheStepBefore() {
    Workspace step = step("");
    assertEquals("toy/i-go-home", step.model());
    assertEquals(Typed.source("I go home"), step.input());
    assertEquals(Knobs.MODEL, step.knobs());
    assertEquals(Optional.empty(), step.focus());
    assertEquals(View.STEPS, step.view());
  }

  @Test
  void everyKeyChangesOneThing() {
    Workspace step =
        step(
            """
            input: I stay home
            target: 나는
            view: attention
            set: {scale: off, mask: none, positions: off, gradients: on}
            focus: encoder.0.self.q[0,*]
            highlight: encoder.0.self.k
            moment: 7
            """);
    assertEquals(new Typed("I stay home", "나는"), step.input());
    assertEquals(View.ATTENTION, step.view());
    assertEquals(new Knobs(false, Knobs.Mask.NONE, false, true), step.knobs());
    assertEquals(Region.parse("encoder.0.self.q[0,*]"), step.focus());
    assertEquals(List.of(Region.all(TensorId.of("encoder.0.self.k"))), step.highlight());
    assertEquals(OptionalInt.of(7), step.moment());
  }

  @Test
  void aStepCanHaveAModelOfItsOwn() {
    Workspace step = step("model: toy/two-heads");
    assertEquals("toy/two-heads", step.model());
    assertEquals(Typed.source("I go home"), step.input());
  }

  @Test
  void aRunCanBeChanged() {
    TensorId weight = TensorId.of("encoder.0.self.q.weight");
    assertEquals(
        List.of(
            new Intervention.SetCell(new CellRef(weight, 0, 1), -1.5f),
            new Intervention.Replace(weight, new FMatrixRMaj(new float[][] {{1, 0}, {0, .5f}})),
            new Intervention.Zero("**.output"),
            new Intervention.Off("**.scaled")),
        step("""
        change:
          - {cell: "encoder.0.self.q.weight[0,1]", value: -1.5}
          - {replace: encoder.0.self.q.weight, matrix: [[1, 0], [0, .5]]}
          - {zero: "**.output"}
          - {off: "**.scaled"}
        """)
            .interventions());
  }
}
