package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import attentionscope.files.Problem;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.op.Gradients;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of recurrent models are the slopes that small changes of the parameters show. */
class RecurrentGradientTest {

  private static final float STEP = 1f / 128;

  /** Cells of each parameter that are tried. */
  private static final int TRIED = 5;

  /** All but hard choices, whose gradient is on purpose another than their slope. */
  static Stream<Predictor> everyModel() {
    List<Predictor> models = new ArrayList<>();
    for (Seq2SeqConfig config : RecurrentRuns.configurations()) {
      boolean soft =
          config.attention().isEmpty()
              || config.attention().get().choice().equals(AttentionChoice.SOFT);
      if (soft) {
        models.add(RecurrentRuns.seq2Seq(config));
      }
    }
    models.add(RecurrentRuns.classifier(RecurrentRuns.reader(true)));
    models.add(RecurrentRuns.tagger());
    return models.stream();
  }

  @ParameterizedTest
  @MethodSource("everyModel")
  void gradientsAreTheSlopesOfSmallChanges(Predictor model) throws Problem {
    Tape tape = Tape.plain();
    Node logits = model.logits(new Graph(tape, model.parameters()), RecurrentRuns.many());
    List<Node> parameters =
        tape.nodes().stream().filter(node -> node.op().kind().equals("parameter")).toList();
    Gradients.of(tape, Map.of(logits, coefficients(logits.value())));
    assertFalse(parameters.isEmpty());
    for (Node parameter : parameters) {
      FMatrixRMaj gradient = tape.find(parameter.id().in(Gradients.FAMILY)).orElseThrow().value();
      int cells = gradient.getNumElements();
      for (int i = 0; i < TRIED; i++) {
        int cell = (i * 31 + 7) % cells;
        double slope = slope(model, parameter.id(), cell);
        assertEquals(
            slope,
            gradient.data[cell],
            3e-3 * (1 + Math.abs(slope)),
            parameter.id() + ", cell " + cell + " of " + model);
      }
    }
  }

  /** The loss is a sum over the logits, each times its own number. */
  private static FMatrixRMaj coefficients(FMatrixRMaj logits) {
    FMatrixRMaj coefficients = new FMatrixRMaj(logits.numRows, logits.numCols);
    for (int i = 0; i < coefficients.data.length; i++) {
      coefficients.data[i] = (i * 37 % 16 - 7) / 8f;
    }
    return coefficients;
  }

  private static double slope(Predictor model, TensorId parameter, int cell) throws Problem {
    double above = loss(model, new Shifted(model.parameters(), parameter, cell, STEP));
    double below = loss(model, new Shifted(model.parameters(), parameter, cell, -STEP));
    return (above - below) / (2 * STEP);
  }

  private static double loss(Predictor model, Parameters parameters) throws Problem {
    FMatrixRMaj logits =
        model.logits(new Graph(Tape.plain(), parameters), RecurrentRuns.many()).value();
    FMatrixRMaj coefficients = coefficients(logits);
    double loss = 0;
    for (int i = 0; i < logits.data.length; i++) {
      loss += (double) logits.data[i] * coefficients.data[i];
    }
    return loss;
  }

  /** Parameters one cell of which is a little larger. */
  private record Shifted(Parameters plain, TensorId shifted, int cell, float by)
      implements Parameters {
    @Override
    public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem {
      FMatrixRMaj matrix = plain.matrix(id, rows, columns, kind);
      if (!id.equals(shifted)) {
        return matrix;
      }
      FMatrixRMaj copy = matrix.copy();
      copy.data[cell] += by;
      return copy;
    }

    @Override
    public Origin origin(TensorId id) {
      return plain.origin(id);
    }

    @Override
    public Origin origin() {
      return plain.origin();
    }
  }
}
