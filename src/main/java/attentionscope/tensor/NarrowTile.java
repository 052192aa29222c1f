package attentionscope.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A tile of 4 rows by 2 vectors. */
final class NarrowTile implements Tile {

  private static final VectorSpecies<Float> SPECIES = Lanes.of(MethodHandles.lookup());

  private static final int LANES = SPECIES.length();

  private static final int COLUMNS = 2 * LANES;

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public void add(Factors a, int i, int k, float[] b, int from, int stride, int depth, Block c) {
    int last = c.rows() - 1;
    int i1 = Math.min(i + 1, last);
    int i2 = Math.min(i + 2, last);
    int i3 = Math.min(i + 3, last);
    float[] factors = a.data();
    int next = a.columnStep();
    int a0 = a.row(i) + k * next;
    int a1 = a.row(i1) + k * next;
    int a2 = a.row(i2) + k * next;
    int a3 = a.row(i3) + k * next;
    float[] sums = c.data();
    int c0 = c.row(i);
    int c1 = c.row(i1);
    int c2 = c.row(i2);
    int c3 = c.row(i3);
    FloatVector w0 = load(sums, c0);
    FloatVector w1 = load(sums, c0 + LANES);
    FloatVector x0 = load(sums, c1);
    FloatVector x1 = load(sums, c1 + LANES);
    FloatVector y0 = load(sums, c2);
    FloatVector y1 = load(sums, c2 + LANES);
    FloatVector z0 = load(sums, c3);
    FloatVector z1 = load(sums, c3 + LANES);
    if (next == 1) { // a loop of its own: its accesses to a are checked once, not each time
      for (int row = 0, at = from; row < depth; row++, at += stride) {
        FloatVector b0 = load(b, at);
        FloatVector b1 = load(b, at + LANES);
        FloatVector factor = FloatVector.broadcast(SPECIES, factors[a0 + row]);
        w0 = factor.fma(b0, w0);
        w1 = factor.fma(b1, w1);
        factor = FloatVector.broadcast(SPECIES, factors[a1 + row]);
        x0 = factor.fma(b0, x0);
        x1 = factor.fma(b1, x1);
        factor = FloatVector.broadcast(SPECIES, factors[a2 + row]);
        y0 = factor.fma(b0, y0);
        y1 = factor.fma(b1, y1);
        factor = FloatVector.broadcast(SPECIES, factors[a3 + row]);
        z0 = factor.fma(b0, z0);
        z1 = factor.fma(b1, z1);
      }
    } else {
      for (int row = 0, at = from, to = 0; row < depth; row++, at += stride, to += next) {
        FloatVector b0 = load(b, at);
        FloatVector b1 = load(b, at + LANES);
        FloatVector factor = FloatVector.broadcast(SPECIES, factors[a0 + to]);
        w0 = factor.fma(b0, w0);
        w1 = factor.fma(b1, w1);
        factor = FloatVector.broadcast(SPECIES, factors[a1 + to]);
        x0 = factor.fma(b0, x0);
        x1 = factor.fma(b1, x1);
        factor = FloatVector.broadcast(SPECIES, factors[a2 + to]);
        y0 = factor.fma(b0, y0);
        y1 = factor.fma(b1, y1);
        factor = FloatVector.broadcast(SPECIES, factors[a3 + to]);
        z0 = factor.fma(b0, z0);
        z1 = factor.fma(b1, z1);
      }
    }
    w0.intoArray(sums, c0);
    w1.intoArray(sums, c0 + LANES);
    x0.intoArray(sums, c1);
    x1.intoArray(sums, c1 + LANES);
    y0.intoArray(sums, c2);
    y1.intoArray(sums, c2 + LANES);
    z0.intoArray(sums, c3);
    z1.intoArray(sums, c3 + LANES);
  }

  private static FloatVector load(float[] data, int at) {
    return FloatVector.fromArray(SPECIES, data, at);
  }
}
