package attentionscope.op;

import attentionscope.tensor.Functions;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** A function of each cell by itself. */
public enum Activation implements CellWise {
  /** max(0, x). */
  RELU("relu") {
    @Override
    void apply(FMatrixRMaj x, FMatrixRMaj y) {
      Functions.relu(x, y);
    }

    @Override
    Expr of(Expr x) {
      return new Expr.Call(Function.RELU, x);
    }

    @Override
    void slope(FMatrixRMaj x, FMatrixRMaj slope) {
      Functions.step(x, slope);
    }

    @Override
    Expr slopeOf(Expr x) {
      return new Expr.Call(Function.STEP, x);
    }
  },
  /** x/2 · (1 + erf(x/√2)) (Hendrycks and Gimpel 2016). */
  GELU("gelu") {
    @Override
    void apply(FMatrixRMaj x, FMatrixRMaj y) {
      Functions.gelu(x, y);
    }

    @Override
    Expr of(Expr x) {
      Expr half = new Expr.Product(Expr.Constant.of(0.5), x);
      Expr scaled = new Expr.Product(x, new Expr.Constant("1/√2", ROOT_OF_HALF));
      return new Expr.Product(half, onePlus(new Expr.Call(Function.ERF, scaled)));
    }

    @Override
    void slope(FMatrixRMaj x, FMatrixRMaj slope) {
      FMatrixRMaj density = Stock.unfilled(x.numRows, x.numCols);
      for (int i = 0; i < slope.data.length; i++) {
        slope.data[i] = x.data[i] * ROOT_OF_HALF;
        density.data[i] = -0.5f * (x.data[i] * x.data[i]);
      }
      Functions.erf(slope, slope);
      Functions.exp(density, density);
      for (int i = 0; i < slope.data.length; i++) {
        slope.data[i] =
            0.5f * (1f + slope.data[i]) + x.data[i] * (density.data[i] * NORMAL_AT_ZERO);
      }
    }

    @Override
    Expr slopeOf(Expr x) {
      Expr scaled = new Expr.Product(x, new Expr.Constant("1/√2", ROOT_OF_HALF));
      Expr share =
          new Expr.Product(Expr.Constant.of(0.5), onePlus(new Expr.Call(Function.ERF, scaled)));
      Expr half = new Expr.Product(Expr.Constant.of(-0.5), new Expr.Product(x, x));
      Expr density =
          new Expr.Product(
              new Expr.Call(Function.EXP, half), new Expr.Constant("1/√(2π)", NORMAL_AT_ZERO));
      return new Expr.Plus(share, new Expr.Product(x, density));
    }
  },
  /** The tanh approximation of gelu (same paper), as GPT-2 has it. */
  GELU_TANH("gelu-tanh") {
    @Override
    void apply(FMatrixRMaj x, FMatrixRMaj y) {
      Functions.geluTanh(x, y);
    }

    @Override
    Expr of(Expr x) {
      Expr half = new Expr.Product(Expr.Constant.of(0.5), x);
      Expr cube = new Expr.Product(new Expr.Product(x, x), x);
      Expr bent = new Expr.Plus(x, new Expr.Product(Expr.Constant.of(GELU_CUBE), cube));
      Expr root = new Expr.Constant("√(2/π)", ROOT_OF_2_BY_PI);
      return new Expr.Product(
          half, onePlus(new Expr.Call(Function.TANH, new Expr.Product(root, bent))));
    }

    @Override
    void slope(FMatrixRMaj x, FMatrixRMaj slope) {
      for (int i = 0; i < slope.data.length; i++) {
        float v = x.data[i];
        slope.data[i] = ROOT_OF_2_BY_PI * (v + GELU_CUBE * ((v * v) * v));
      }
      Functions.tanh(slope, slope);
      for (int i = 0; i < slope.data.length; i++) {
        float v = x.data[i];
        float t = slope.data[i];
        float inner = ROOT_OF_2_BY_PI * (1f + (3 * GELU_CUBE) * (v * v));
        slope.data[i] = 0.5f * (1f + t) + (0.5f * v) * ((1f - t * t) * inner);
      }
    }

    @Override
    Expr slopeOf(Expr x) {
      Expr cube = new Expr.Product(new Expr.Product(x, x), x);
      Expr root = new Expr.Constant("√(2/π)", ROOT_OF_2_BY_PI);
      Expr bent = new Expr.Plus(x, new Expr.Product(Expr.Constant.of(GELU_CUBE), cube));
      Expr tanh = Expr.Named.of("t", new Expr.Call(Function.TANH, new Expr.Product(root, bent)));
      Expr square = new Expr.Product(Expr.Constant.of(3 * GELU_CUBE), new Expr.Product(x, x));
      Expr inner = new Expr.Product(root, onePlus(square));
      Expr share = new Expr.Product(Expr.Constant.of(0.5), onePlus(tanh));
      Expr rest =
          new Expr.Product(
              new Expr.Product(Expr.Constant.of(0.5), x),
              new Expr.Product(oneMinus(new Expr.Product(tanh, tanh)), inner));
      return new Expr.Plus(share, rest);
    }
  },
  /** x · σ(1.702 x). */
  QUICK_GELU("quick-gelu") {
    @Override
    void apply(FMatrixRMaj x, FMatrixRMaj y) {
      Functions.quickGelu(x, y);
    }

    @Override
    Expr of(Expr x) {
      Expr scaled = new Expr.Product(Expr.Constant.of(QUICK_SLOPE), x);
      return new Expr.Product(x, new Expr.Call(Function.SIGMOID, scaled));
    }

    @Override
    void slope(FMatrixRMaj x, FMatrixRMaj slope) {
      for (int i = 0; i < slope.data.length; i++) {
        slope.data[i] = QUICK_SLOPE * x.data[i];
      }
      Functions.sigmoid(slope, slope);
      for (int i = 0; i < slope.data.length; i++) {
        float s = slope.data[i];
        slope.data[i] = s + (QUICK_SLOPE * x.data[i]) * (s * (1f - s));
      }
    }

    @Override
    Expr slopeOf(Expr x) {
      Expr scaled = new Expr.Product(Expr.Constant.of(QUICK_SLOPE), x);
      Expr s = Expr.Named.of("s", new Expr.Call(Function.SIGMOID, scaled));
      return new Expr.Plus(s, new Expr.Product(scaled, new Expr.Product(s, oneMinus(s))));
    }
  },
  /** x · σ(x), also called swish. */
  SILU("silu") {
    @Override
    void apply(FMatrixRMaj x, FMatrixRMaj y) {
      Functions.silu(x, y);
    }

    @Override
    Expr of(Expr x) {
      return new Expr.Product(x, new Expr.Call(Function.SIGMOID, x));
    }

    @Override
    void slope(FMatrixRMaj x, FMatrixRMaj slope) {
      Functions.sigmoid(x, slope);
      for (int i = 0; i < slope.data.length; i++) {
        float s = slope.data[i];
        slope.data[i] = s + x.data[i] * (s * (1f - s));
      }
    }

    @Override
    Expr slopeOf(Expr x) {
      Expr s = Expr.Named.of("s", new Expr.Call(Function.SIGMOID, x));
      return new Expr.Plus(s, new Expr.Product(x, new Expr.Product(s, oneMinus(s))));
    }
  },
  TANH("tanh") {
    @Override
    void apply(FMatrixRMaj x, FMatrixRMaj y) {
      Functions.tanh(x, y);
    }

    @Override
    Expr of(Expr x) {
      return new Expr.Call(Function.TANH, x);
    }

    @Override
    void slope(FMatrixRMaj x, FMatrixRMaj slope) {
      for (int i = 0; i < slope.data.length; i++) {
        slope.data[i] = 1f - x.data[i] * x.data[i];
      }
    }

    @Override
    Expr slopeOf(Expr x) {
      return oneMinus(new Expr.Product(x, x));
    }

    @Override
    boolean slopeIsOfResult() {
      return true;
    }
  },
  SIGMOID("sigmoid") {
    @Override
    void apply(FMatrixRMaj x, FMatrixRMaj y) {
      Functions.sigmoid(x, y);
    }

    @Override
    Expr of(Expr x) {
      return new Expr.Call(Function.SIGMOID, x);
    }

    @Override
    void slope(FMatrixRMaj x, FMatrixRMaj slope) {
      for (int i = 0; i < slope.data.length; i++) {
        slope.data[i] = x.data[i] * (1f - x.data[i]);
      }
    }

    @Override
    Expr slopeOf(Expr x) {
      return new Expr.Product(x, oneMinus(x));
    }

    @Override
    boolean slopeIsOfResult() {
      return true;
    }
  };

  private static final float ROOT_OF_HALF = (float) Math.sqrt(0.5);
  private static final float ROOT_OF_2_BY_PI = (float) Math.sqrt(2 / Math.PI);
  private static final float NORMAL_AT_ZERO = (float) (1 / Math.sqrt(2 * Math.PI));
  private static final float GELU_CUBE = 0.044715f;
  private static final float QUICK_SLOPE = 1.702f;

  private final String word;

  Activation(String word) {
    this.word = word;
  }

  abstract void apply(FMatrixRMaj x, FMatrixRMaj y);

  abstract Expr of(Expr x);

  /** The derivative at x, or of the result where {@link #slopeIsOfResult} says so. */
  abstract void slope(FMatrixRMaj x, FMatrixRMaj slope);

  abstract Expr slopeOf(Expr x);

  /** Whether the derivative is told from the result: tanh' = 1 − tanh². */
  boolean slopeIsOfResult() {
    return false;
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = Stock.unfilled(x.numRows, x.numCols);
    apply(x, y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return of(node.input(0).cell(row, column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node told = slopeIsOfResult() ? node : node.input(0);
    pass.share(node.input(0), new Gradient(this), told, gradient);
  }

  /**
   * The gradient by x: the gradient g by the result, times the derivative. Inputs: x (or the
   * result, where the derivative is told from that), and g.
   *
   * @param of the activation
   */
  public record Gradient(Activation of) implements CellWise, GradientOp {

    @Override
    public String kind() {
      return of.word + "-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj x = inputs.get(0);
      FMatrixRMaj g = inputs.get(1);
      FMatrixRMaj gradient = Stock.unfilled(x.numRows, x.numCols);
      of.slope(x, gradient);
      for (int i = 0; i < gradient.data.length; i++) {
        gradient.data[i] = g.data[i] * gradient.data[i];
      }
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return new Expr.Product(
          node.input(1).cell(row, column), of.slopeOf(node.input(0).cell(row, column)));
    }
  }

  private static Expr oneMinus(Expr x) {
    return new Expr.Minus(Expr.Constant.of(1), x);
  }

  private static Expr onePlus(Expr x) {
    return new Expr.Plus(Expr.Constant.of(1), x);
  }

  /** Its word in configurations, too. */
  @Override
  public String kind() {
    return word;
  }
}
