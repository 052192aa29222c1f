package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small models' numbers, worked out beforehand with other means. */
class WorkedExamplesTest {

  private static final float ROUNDED = 0.0005f;
  private static final ModelLibrary LIBRARY = new ModelLibrary(ProgramFolder.find());

  @Test
  void softChoiceIsHalfAQuarterAQuarter() throws Problem {
    Trace trace = run("toy/soft-choice", LIBRARY.open("toy/soft-choice").example());
    assertRow(trace, "decoder.0.cross.head.0.weights", 0, .5f, .25f, .25f);
  }

  @Test
  void theDictionaryAnswersBetweenItsValues() throws Problem {
    Trace trace = run("toy/dictionary", LIBRARY.open("toy/dictionary").example());
    assertRow(trace, "decoder.0.cross.head.0.weights", 0, .881f, .119f);
    TensorId output = TensorId.of("decoder.0.cross.head.0.output");
    assertEquals(12.38f, trace.get(output).at(0, 0), 0.005f);
    assertEquals(20f, trace.get(output).at(1, 0), 0.005f);
    assertEquals(10.05f, trace.get(output).at(2, 0), 0.005f);
  }

  @Test
  void withoutProjectionsAWordSeesMostlyItself() throws Problem {
    Trace trace = run("toy/no-projections", Typed.source("I go home"));
    assertRow(trace, "encoder.0.self.head.0.scores", 0, 8, 0, 0);
    assertRow(trace, "encoder.0.self.head.0.weights", 0, .965f, .018f, .018f);
    assertRow(trace, "encoder.0.self.head.0.weights", 2, .018f, .018f, .965f);
    Knobs unscaled = Knobs.MODEL.withScale(false);
    Trace sharper =
        new Runner(LIBRARY)
            .run(Workspace.of("toy/no-projections", Typed.source("I go home")).withKnobs(unscaled));
    assertRow(sharper, "encoder.0.self.head.0.weights", 0, .999f, 0, 0);
  }

  @Test
  void aLongerNeighbourWins() throws Problem {
    Trace trace = run("toy/quiet-and-loud", Typed.source("quiet loud"));
    assertRow(trace, "encoder.0.self.head.0.weights", 0, .056f, .944f);
  }

  @Test
  void aVectorOfZerosIsLookedAtUntilItIsHidden() throws Problem {
    Trace open = run("toy/padding", Typed.source("I go <pad>"));
    assertRow(open, "encoder.0.self.head.0.weights", 0, .212f, .576f, .212f);
    List<Intervention> hidden = new ArrayList<>();
    for (int query = 0; query < 3; query++) {
      CellRef cell = new CellRef(TensorId.of("encoder.self.mask"), query, 2);
      hidden.add(new Intervention.SetCell(cell, Float.NEGATIVE_INFINITY));
    }
    Trace padded =
        new Runner(LIBRARY)
            .run(Workspace.of("toy/padding", Typed.source("I go <pad>")).withInterventions(hidden));
    assertRow(padded, "encoder.0.self.head.0.weights", 0, .269f, .731f, 0);
  }

  @Test
  void twoHeadsLookForDifferentThings() throws Problem {
    Trace trace = run("toy/two-heads", Typed.source("I go home"));
    assertRow(trace, "encoder.0.self.head.0.weights", 0, .053f, .053f, .894f);
    assertRow(trace, "encoder.0.self.head.0.weights", 2, 1 / 3f, 1 / 3f, 1 / 3f);
    assertRow(trace, "encoder.0.self.head.1.weights", 0, .164f, .673f, .164f);
    assertRow(trace, "encoder.0.self.head.1.weights", 2, .768f, .187f, .045f);
    assertRow(trace, "encoder.0.self.concat", 0, .947f, -.841f, .673f, .673f);
    assertRow(trace, "encoder.0.self.residual", 0, 3.894f, .317f, 1.346f, 1.346f);
  }

  @Test
  void thePreviousTokenIsFoundUntilTheFrequenciesAreTooFew() throws Problem {
    Trace five = run("toy/previous-token", Typed.source("the cat sat on it"));
    Node weights = five.get(TensorId.of("encoder.0.self.head.0.weights"));
    for (int position = 1; position < 5; position++) {
      assertTrue(weights.at(position, position - 1) >= .98f, "position " + position);
    }
    Trace nine = run("toy/previous-token", Typed.source("the cat sat on mat and then it slept"));
    Node longer = nine.get(TensorId.of("encoder.0.self.head.0.weights"));
    assertEquals(.60f, longer.at(7, 6), 0.005f);
    assertEquals(.39f, longer.at(7, 0), 0.005f);
  }

  private static Trace run(String model, Typed typed) throws Problem {
    return new Runner(LIBRARY).run(Workspace.of(model, typed));
  }

  private static void assertRow(Trace trace, String id, int row, float... expected) throws Problem {
    Node node = trace.get(TensorId.of(id));
    int width = node.columns().size();
    float[] actual = Arrays.copyOfRange(node.value().data, row * width, (row + 1) * width);
    assertArrayEquals(expected, actual, ROUNDED, id);
  }
}
