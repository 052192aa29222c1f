package attentionscope.tensor;

/** The functions that are applied to every cell of a matrix. */
enum CellFunction {
  STEP {
    @Override
    float of(float x) {
      return Functions.step(x);
    }
  },
  EXP {
    @Override
    float of(float x) {
      return Functions.exp(x);
    }
  },
  TANH {
    @Override
    float of(float x) {
      return Functions.tanh(x);
    }
  },
  ERF {
    @Override
    float of(float x) {
      return Functions.erf(x);
    }
  },
  SIGMOID {
    @Override
    float of(float x) {
      return Functions.sigmoid(x);
    }
  },
  RELU {
    @Override
    float of(float x) {
      return Functions.relu(x);
    }
  },
  GELU {
    @Override
    float of(float x) {
      return Functions.gelu(x);
    }
  },
  GELU_TANH {
    @Override
    float of(float x) {
      return Functions.geluTanh(x);
    }
  },
  QUICK_GELU {
    @Override
    float of(float x) {
      return Functions.quickGelu(x);
    }
  },
  SILU {
    @Override
    float of(float x) {
      return Functions.silu(x);
    }
  };

  /** The function of one number. */
  abstract float of(float x);
}
