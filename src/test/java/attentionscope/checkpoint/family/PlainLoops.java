package attentionscope.checkpoint.family;

import java.util.function.DoubleUnaryOperator;

/** What layers compute, in plain loops over doubles. */
final class PlainLoops {

  private PlainLoops() {}

  /** Whether a query may look at a key. */
  @FunctionalInterface
  interface Sees {
    boolean key(int query, int key);
  }

  /** Attention of all heads; heads in a row share keys and values. */
  static double[][] attend(
      double[][] q, double[][] k, double[][] v, int heads, int keyHeads, Sees sees) {
    int width = q[0].length / heads;
    double[][] result = new double[q.length][q[0].length];
    for (int head = 0; head < heads; head++) {
      int from = head / (heads / keyHeads) * width;
      for (int t = 0; t < q.length; t++) {
        double[] weights = new double[k.length];
        double sum = 0;
        for (int s = 0; s < k.length; s++) {
          double score = 0;
          for (int i = 0; i < width; i++) {
            score += q[t][head * width + i] * k[s][from + i];
          }
          weights[s] = sees.key(t, s) ? Math.exp(score / Math.sqrt(width)) : 0;
          sum += weights[s];
        }
        for (int s = 0; s < k.length; s++) {
          for (int i = 0; i < width; i++) {
            result[t][head * width + i] += weights[s] / sum * v[s][from + i];
          }
        }
      }
    }
    return result;
  }

  /** Each head's first half turned against its second. */
  static double[][] turn(double[][] x, int heads, double base) {
    int width = x[0].length / heads;
    int half = width / 2;
    double[][] y = new double[x.length][x[0].length];
    for (int t = 0; t < x.length; t++) {
      for (int head = 0; head < heads; head++) {
        for (int i = 0; i < half; i++) {
          double angle = t / Math.pow(base, 2.0 * i / width);
          int a = head * width + i;
          int b = a + half;
          y[t][a] = x[t][a] * Math.cos(angle) - x[t][b] * Math.sin(angle);
          y[t][b] = x[t][b] * Math.cos(angle) + x[t][a] * Math.sin(angle);
        }
      }
    }
    return y;
  }

  static double[][] plus(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int t = 0; t < a.length; t++) {
      for (int i = 0; i < a[0].length; i++) {
        sum[t][i] = a[t][i] + b[t][i];
      }
    }
    return sum;
  }

  static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a[0].length];
    for (int t = 0; t < a.length; t++) {
      for (int i = 0; i < a[0].length; i++) {
        product[t][i] = a[t][i] * b[t][i];
      }
    }
    return product;
  }

  static double[][] each(double[][] x, DoubleUnaryOperator function) {
    double[][] y = new double[x.length][x[0].length];
    for (int t = 0; t < x.length; t++) {
      for (int i = 0; i < x[0].length; i++) {
        y[t][i] = function.applyAsDouble(x[t][i]);
      }
    }
    return y;
  }

  static double silu(double x) {
    return x / (1 + Math.exp(-x));
  }

  /** By its approximation with tanh. */
  static double gelu(double x) {
    return x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
  }
}
