package attentionscope.tensor;

import static attentionscope.tensor.Coefficients.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.NE;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Functions} on SIMD instructions, step by step the same arithmetic, so
 * that the bits are the same. Where the scalar form takes one of two branches, this one computes
 * both and chooses. The vectors' own exp and tanh are not used: their bits change when the compiler
 * takes over.
 *
 * <p>Each function has a loop of its own, and what a loop calls is kept short: the compiler stops
 * inlining where a loop has grown too large, and a vector that is handed to a call becomes an
 * object on the heap, ten times slower. That is why the sign is put back without a method for it.
 */
final class VectorFunctions implements CellKernel {

  private static final VectorSpecies<Float> SPECIES = Lanes.of(MethodHandles.lookup());

  private static final int LANES = SPECIES.length();

  @Override
  public void apply(CellFunction function, float[] x, float[] y, int from, int to) {
    int end = from + (to - from) / LANES * LANES;
    switch (function) {
      case STEP -> step(x, y, from, end);
      case EXP -> exp(x, y, from, end);
      case TANH -> tanh(x, y, from, end);
      case ERF -> erf(x, y, from, end);
      case SIGMOID -> sigmoid(x, y, from, end);
      case RELU -> relu(x, y, from, end);
      case GELU -> gelu(x, y, from, end);
      case GELU_TANH -> geluTanh(x, y, from, end);
      case QUICK_GELU -> quickGelu(x, y, from, end);
      case SILU -> silu(x, y, from, end);
    }
    for (int i = end; i < to; i++) {
      y[i] = function.of(x[i]);
    }
  }

  private static void exp(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      exp(load(x, i)).intoArray(y, i);
    }
  }

  private static void tanh(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      tanh(load(x, i)).intoArray(y, i);
    }
  }

  private static void erf(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      erf(load(x, i)).intoArray(y, i);
    }
  }

  private static void sigmoid(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      sigmoid(load(x, i)).intoArray(y, i);
    }
  }

  private static void relu(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      relu(load(x, i)).intoArray(y, i);
    }
  }

  private static void step(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      FloatVector cells = load(x, i);
      FloatVector step = all(0f).blend(1f, cells.compare(GT, 0f));
      step.blend(cells, cells.compare(NE, cells)).intoArray(y, i);
    }
  }

  private static void gelu(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      gelu(load(x, i)).intoArray(y, i);
    }
  }

  private static void geluTanh(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      geluTanh(load(x, i)).intoArray(y, i);
    }
  }

  private static void quickGelu(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      quickGelu(load(x, i)).intoArray(y, i);
    }
  }

  private static void silu(float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += LANES) {
      silu(load(x, i)).intoArray(y, i);
    }
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.min(EXP_MOST).max(EXP_LEAST);
    FloatVector shifted = bounded.fma(all(LOG2_E), all(ROUNDER));
    FloatVector tail = expMinusOne(bounded, shifted.sub(ROUNDER));
    IntVector n = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
    IntVector half = n.lanewise(ASHR, 1);
    return tail.add(1f).mul(powerOfTwo(half)).mul(powerOfTwo(n.sub(half)));
  }

  private static FloatVector expPlus(FloatVector x, float c) {
    FloatVector shifted = x.fma(all(LOG2_E), all(ROUNDER));
    FloatVector tail = expMinusOne(x, shifted.sub(ROUNDER));
    FloatVector power = powerOfTwo(shifted.reinterpretAsInts());
    return power.fma(tail, power.add(c));
  }

  private static FloatVector expMinusOne(FloatVector x, FloatVector n) {
    FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), x));
    FloatVector p = all(E6).fma(r, all(E5));
    p = p.fma(r, all(E4));
    p = p.fma(r, all(E3));
    p = p.fma(r, all(E2));
    return r.mul(r).fma(p, r);
  }

  private static FloatVector powerOfTwo(IntVector exponent) {
    return exponent.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
  }

  private static FloatVector tanh(FloatVector x) {
    IntVector sign = signBit(x);
    FloatVector size = x.abs();
    VectorMask<Float> isLarge = size.compare(GT, TANH_SMALL);
    FloatVector tanh = smallTanh(size).blend(largeTanh(size), isLarge);
    return tanh.reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  private static FloatVector largeTanh(FloatVector x) {
    FloatVector bounded = x.min(TANH_MOST);
    return all(1f).sub(all(2f).div(expPlus(bounded.add(bounded), 1f)));
  }

  private static FloatVector smallTanh(FloatVector x) {
    FloatVector z = x.mul(x);
    FloatVector p = all(T4).fma(z, all(T3));
    p = p.fma(z, all(T2));
    p = p.fma(z, all(T1));
    p = p.fma(z, all(T0));
    return x.mul(z).fma(p, x);
  }

  private static FloatVector erf(FloatVector x) {
    IntVector sign = signBit(x);
    FloatVector bounded = x.abs().min(ERF_MOST);
    FloatVector p = all(L9).fma(bounded, all(L8));
    p = p.fma(bounded, all(L7));
    p = p.fma(bounded, all(L6));
    p = p.fma(bounded, all(L5));
    p = p.fma(bounded, all(L4));
    p = p.fma(bounded, all(L3));
    p = p.fma(bounded, all(L2));
    p = p.fma(bounded, all(L1));
    FloatVector log = bounded.fma(p, bounded);
    return expPlus(log.neg(), -1f).abs().reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  private static IntVector signBit(FloatVector x) {
    return x.reinterpretAsInts().and(Integer.MIN_VALUE);
  }

  private static FloatVector sigmoid(FloatVector x) {
    return all(1f).div(exp(x.neg()).add(1f));
  }

  private static FloatVector relu(FloatVector x) {
    return x.max(0f);
  }

  private static FloatVector gelu(FloatVector x) {
    return x.mul(0.5f).mul(erf(x.mul(SQRT_HALF)).add(1f));
  }

  private static FloatVector geluTanh(FloatVector x) {
    FloatVector cube = x.mul(x).mul(x);
    FloatVector inner = x.add(cube.mul(GELU_CUBE)).mul(SQRT_2_BY_PI);
    return x.mul(0.5f).mul(tanh(inner).add(1f));
  }

  private static FloatVector quickGelu(FloatVector x) {
    return x.mul(sigmoid(x.mul(QUICK_GELU_SLOPE)));
  }

  private static FloatVector silu(FloatVector x) {
    return x.mul(sigmoid(x));
  }
}
