package attentionscope.workspace.recurrent;

import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much the loss changes with each step of the input: the size (Euclidean norm) of the loss's
 * gradient by the embedding of each source token, of the model that is open and of others of its
 * sizes, all drawn from one seed and trained on nothing.
 *
 * @param curves those that are known
 * @param all how many there will be
 */
public record GradientStudy(List<Curve> curves, int all) {

  /** Whose gradients they are. */
  public enum Kind {
    /** The model that is open, as it has learned. */
    OWN,
    RNN,
    GRU,
    LSTM,
    /** An LSTM whose forget gates begin open: their bias is 3. */
    OPEN,
    /** An LSTM with attention. */
    ATTENTION;

    /** Its word in keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The sizes of one model's gradients.
   *
   * @param kind whose
   * @param sizes by the row of the source
   */
  public record Curve(Kind kind, List<Double> sizes) {
    public Curve {
      sizes = List.copyOf(sizes);
    }

    /** The norm of each row of a gradient. */
    static Curve of(Kind kind, Node gradient) {
      List<Double> sizes = new ArrayList<>();
      for (int row = 0; row < gradient.value().numRows; row++) {
        double sum = 0;
        for (int column = 0; column < gradient.value().numCols; column++) {
          double cell = gradient.at(row, column);
          sum += cell * cell;
        }
        sizes.add(Math.sqrt(sum));
      }
      return new Curve(kind, sizes);
    }
  }

  public GradientStudy {
    curves = List.copyOf(curves);
  }

  public boolean done() {
    return curves.size() >= all;
  }

  GradientStudy with(Curve curve) {
    List<Curve> more = new ArrayList<>(curves);
    more.add(curve);
    return new GradientStudy(more, all);
  }
}
