package attentionscope.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link RowKernel} on SIMD instructions, with the bits of {@link ScalarRows}. */
final class VectorRows implements RowKernel {

  private static final VectorSpecies<Float> SPECIES = Lanes.of(MethodHandles.lookup());

  private static final int LANES = SPECIES.length();

  @Override
  public void add(float[] a, int atA, float[] b, int atB, float[] to, int at, int n) {
    int end = n / LANES * LANES;
    for (int j = 0; j < end; j += LANES) {
      load(a, atA + j).add(load(b, atB + j)).intoArray(to, at + j);
    }
    for (int j = end; j < n; j++) {
      to[at + j] = a[atA + j] + b[atB + j];
    }
  }

  @Override
  public void multiply(float[] a, int atA, float[] b, int atB, float[] to, int at, int n) {
    int end = n / LANES * LANES;
    for (int j = 0; j < end; j += LANES) {
      load(a, atA + j).mul(load(b, atB + j)).intoArray(to, at + j);
    }
    for (int j = end; j < n; j++) {
      to[at + j] = a[atA + j] * b[atB + j];
    }
  }

  @Override
  public void addProducts(float[] a, int atA, float[] b, int atB, float[] sums, int at, int n) {
    int end = n / LANES * LANES;
    for (int j = 0; j < end; j += LANES) {
      load(a, atA + j).fma(load(b, atB + j), load(sums, at + j)).intoArray(sums, at + j);
    }
    for (int j = end; j < n; j++) {
      sums[at + j] = Math.fma(a[atA + j], b[atB + j], sums[at + j]);
    }
  }

  private static FloatVector load(float[] data, int at) {
    return FloatVector.fromArray(SPECIES, data, at);
  }
}
