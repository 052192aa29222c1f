package attentionscope.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies vector by vector. Where the matrix is in no cache, as weights mostly are, this reads twice
 * as fast as a call to copy each piece, since more reads are under way at once.
 */
final class VectorPacker implements Packer {

  private static final VectorSpecies<Float> SPECIES = Lanes.of(MethodHandles.lookup());

  private static final int LANES = SPECIES.length();

  @Override
  public void pack(Block b, int k, int depth, int j, int neighbours, float[] panels, int width) {
    float[] data = b.data();
    for (int row = 0; row < depth; row++) {
      int from = b.row(k + row) + j;
      int to = row * width;
      for (int panel = 0; panel < neighbours; panel++) {
        for (int i = 0; i < width; i += LANES) {
          FloatVector.fromArray(SPECIES, data, from + i).intoArray(panels, to + i);
        }
        from += width;
        to += depth * width;
      }
    }
  }
}
