package attentionscope.op;

import attentionscope.tensor.Functions;
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
      Expr scaled = new Expr.Product(x, new Expr.Constant("1/√2", (float) Math.sqrt(0.5)));
      return new Expr.Product(half, onePlus(new Expr.Call(Function.ERF, scaled)));
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
      Expr bent = new Expr.Plus(x, new Expr.Product(Expr.Constant.of(0.044715f), cube));
      Expr root = new Expr.Constant("√(2/π)", (float) Math.sqrt(2 / Math.PI));
      return new Expr.Product(
          half, onePlus(new Expr.Call(Function.TANH, new Expr.Product(root, bent))));
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
      Expr scaled = new Expr.Product(Expr.Constant.of(1.702f), x);
      return new Expr.Product(x, new Expr.Call(Function.SIGMOID, scaled));
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
  };

  private final String word;

  Activation(String word) {
    this.word = word;
  }

  abstract void apply(FMatrixRMaj x, FMatrixRMaj y);

  abstract Expr of(Expr x);

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = new FMatrixRMaj(x.numRows, x.numCols);
    apply(x, y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return of(node.input(0).cell(row, column));
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
