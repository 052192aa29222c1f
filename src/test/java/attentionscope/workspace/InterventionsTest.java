package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.op.Exactness;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A change takes place where it is asked for, and everything downstream follows. */
class InterventionsTest {

  private static final Runner RUNNER = new Runner(new ModelLibrary(ProgramFolder.find()));
  private static final Workspace TOY = Workspace.of("toy/i-go-home", Typed.source("I go home"));
  private static final Workspace FULL =
      Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am a student"));
  private static final TensorId HEAD = TensorId.of("encoder.0.self.head.0");

  @Test
  void aSetCellSaysWhatItWas() throws Problem {
    CellRef cell = new CellRef(HEAD.child("scores"), 0, 1);
    Trace trace = run(TOY, new Intervention.SetCell(cell, 6f));
    Node scores = trace.get(cell.id());
    assertEquals(6f, scores.at(0, 1));
    Expr.Changed changed = assertInstanceOf(Expr.Changed.class, scores.explain(0, 1));
    assertEquals(2f, changed.was().value());
    assertEquals(3f, trace.get(HEAD.child("scaled")).at(0, 1));
    assertTrue(trace.get(HEAD.child("weights")).at(0, 1) > 0.7f);
  }

  @Test
  void aReplacedMatrixIsReadDownstream() throws Problem {
    FMatrixRMaj identity = new FMatrixRMaj(4, 4);
    for (int i = 0; i < 4; i++) {
      identity.set(i, i, 1f);
    }
    TensorId weight = TensorId.of("encoder.0.self.q.weight");
    Trace trace = run(TOY, new Intervention.Replace(weight, identity));
    Node q = trace.get(TensorId.of("encoder.0.self.q"));
    Node x = trace.get(TensorId.of("source.embedding"));
    assertEquals(x.at(1, 2), q.at(1, 2));
  }

  @Test
  void aZeroedHeadAddsNothing() throws Problem {
    Trace trace = run(FULL, new Intervention.Zero("encoder.1.self.head.2.output"));
    Node concat = trace.get(TensorId.of("encoder.1.self.concat"));
    assertEquals(0f, concat.at(3, 2 * 8));
    assertEquals(RUNNER.run(FULL).get(concat.id()).at(3, 0), concat.at(3, 0), "other heads stay");
  }

  @Test
  void switchesOffScaleMaskAndPositions() throws Problem {
    Knobs off = new Knobs(false, Knobs.Mask.NONE, false);
    Trace trace = RUNNER.run(FULL.withKnobs(off));
    TensorId head = TensorId.of("decoder.0.self.head.1");
    assertEquals(
        trace.get(head.child("scores")).at(1, 4), trace.get(head.child("scaled")).at(1, 4));
    assertTrue(trace.get(head.child("weights")).at(0, 4) > 0, "sees what comes later");
    assertEquals(
        trace.get(TensorId.of("source.scaled")).at(2, 5),
        trace.get(TensorId.of("source.input")).at(2, 5));
    Exactness.assertExplanationsAreExact(trace);
  }

  @Test
  void explanationsStayExactUnderEveryChange() throws Problem {
    Trace trace =
        run(
            FULL,
            new Intervention.SetCell(new CellRef(TensorId.of("encoder.0.self.q"), 1, 9), -2f),
            new Intervention.Zero("decoder.0.cross.head.0.output"),
            new Intervention.Off("encoder.0.self.norm"),
            new Intervention.Replace(TensorId.of("encoder.self.mask"), new FMatrixRMaj(4, 4)));
    Exactness.assertExplanationsAreExact(trace);
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    Problem problem =
        assertThrows(
            Problem.class, () -> run(TOY, new Intervention.Zero("encoder.0.self.head.0.wieghts")));
    assertEquals("trace.problem.unknown", problem.key());
    assertTrue(problem.args().get(1).toString().contains("encoder.0.self.head.0.weights"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertKey(
        "trace.problem.no-cell",
        new Intervention.SetCell(new CellRef(HEAD.child("scores"), 3, 0), 1f));
    assertKey(
        "trace.problem.other-size",
        new Intervention.Replace(HEAD.child("q"), new FMatrixRMaj(2, 4)));
    assertKey("trace.problem.not-optional", new Intervention.Off(HEAD.child("scores").path()));
  }

  @Test
  void historyGoesBackAndForth() {
    History history = new History();
    Workspace other = TOY.withInput(Typed.source("you go"));
    history.remember(TOY);
    assertEquals(Optional.of(TOY), history.undo(other));
    assertEquals(Optional.of(other), history.redo(TOY));
    assertEquals(Optional.empty(), history.redo(other));
  }

  private static void assertKey(String key, Intervention change) {
    assertEquals(key, assertThrows(Problem.class, () -> run(TOY, change)).key());
  }

  private static Trace run(Workspace workspace, Intervention... changes) throws Problem {
    return RUNNER.run(workspace.withInterventions(List.of(changes)));
  }
}
