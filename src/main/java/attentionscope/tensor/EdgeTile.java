package attentionscope.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** A tile of 4 rows by one vector or the part of one that c and b have. */
final class EdgeTile implements Tile {

  private static final VectorSpecies<Float> SPECIES = Lanes.of(MethodHandles.lookup());

  private static final int LANES = SPECIES.length();

  @Override
  public int columns() {
    return LANES;
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
    VectorMask<Float> there = SPECIES.indexInRange(0, c.columns());
    FloatVector w = FloatVector.fromArray(SPECIES, sums, c0, there);
    FloatVector x = FloatVector.fromArray(SPECIES, sums, c1, there);
    FloatVector y = FloatVector.fromArray(SPECIES, sums, c2, there);
    FloatVector z = FloatVector.fromArray(SPECIES, sums, c3, there);
    for (int row = 0, at = from, to = 0; row < depth; row++, at += stride, to += next) {
      FloatVector v = FloatVector.fromArray(SPECIES, b, at, there);
      w = FloatVector.broadcast(SPECIES, factors[a0 + to]).fma(v, w);
      x = FloatVector.broadcast(SPECIES, factors[a1 + to]).fma(v, x);
      y = FloatVector.broadcast(SPECIES, factors[a2 + to]).fma(v, y);
      z = FloatVector.broadcast(SPECIES, factors[a3 + to]).fma(v, z);
    }
    w.intoArray(sums, c0, there);
    x.intoArray(sums, c1, there);
    y.intoArray(sums, c2, there);
    z.intoArray(sums, c3, there);
  }
}
