package attentionscope.trace;

import attentionscope.tensor.Functions;

/** The functions that explanations call, the same code that the operations run. */
public enum Function {
  EXP("exp") {
    @Override
    public float of(float x) {
      return Functions.exp(x);
    }

    @Override
    public double of(double x) {
      return StrictMath.exp(x);
    }
  },
  SQRT("√") {
    @Override
    public float of(float x) {
      return (float) Math.sqrt(x);
    }

    @Override
    public double of(double x) {
      return Math.sqrt(x);
    }
  },
  TANH("tanh") {
    @Override
    public float of(float x) {
      return Functions.tanh(x);
    }

    @Override
    public double of(double x) {
      return StrictMath.tanh(x);
    }
  },
  ERF("erf") {
    @Override
    public float of(float x) {
      return Functions.erf(x);
    }

    @Override
    public double of(double x) {
      return Functions.erf((float) x);
    }
  },
  SIGMOID("σ") {
    @Override
    public float of(float x) {
      return Functions.sigmoid(x);
    }

    @Override
    public double of(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  },
  RELU("relu") {
    @Override
    public float of(float x) {
      return Functions.relu(x);
    }

    @Override
    public double of(double x) {
      return Math.max(0, x);
    }
  },
  /** The slope of relu: 1 above zero, else 0. */
  STEP("step") {
    @Override
    public float of(float x) {
      return Functions.step(x);
    }

    @Override
    public double of(double x) {
      return x > 0 ? 1 : 0;
    }
  },
  LOG("ln") {
    @Override
    public float of(float x) {
      return (float) StrictMath.log(x);
    }

    @Override
    public double of(double x) {
      return StrictMath.log(x);
    }
  },
  SIN("sin") {
    @Override
    public float of(float x) {
      return (float) StrictMath.sin(x);
    }

    @Override
    public double of(double x) {
      return StrictMath.sin(x);
    }
  },
  COS("cos") {
    @Override
    public float of(float x) {
      return (float) StrictMath.cos(x);
    }

    @Override
    public double of(double x) {
      return StrictMath.cos(x);
    }
  };

  private final String symbol;

  Function(String symbol) {
    this.symbol = symbol;
  }

  /** How formulas write it. */
  public String symbol() {
    return symbol;
  }

  /** In 32 bits. */
  public abstract float of(float x);

  /** In 64 bits. */
  public abstract double of(double x);
}
