package attentionscope.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How many floats a vector of the SIMD classes holds.
 *
 * <p>The compiler turns vectors into SIMD instructions only where their species is a constant, so
 * it is a static field of the class that uses it. A test that wants the same class with another
 * number of lanes defines a second, hidden copy of it whose class data is the species.
 */
final class Lanes {

  private Lanes() {}

  /** The species of the class that asks: its class data, or else the widest this machine has. */
  static VectorSpecies<Float> of(Lookup caller) {
    try {
      VectorSpecies<?> given = MethodHandles.classData(caller, "_", VectorSpecies.class);
      return given == null ? FloatVector.SPECIES_PREFERRED : given.check(float.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
