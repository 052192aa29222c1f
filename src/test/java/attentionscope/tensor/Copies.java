package attentionscope.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of the SIMD classes for a given number of lanes, see {@link Lanes}. */
final class Copies {

  static final List<VectorSpecies<Float>> SPECIES =
      List.of(FloatVector.SPECIES_128, FloatVector.SPECIES_256, FloatVector.SPECIES_512);

  private Copies() {}

  static ProductKernel packed(VectorSpecies<Float> species) {
    return new PackedProducts(
        (Packer) copy(VectorPacker.class, species),
        (Tile) copy(NarrowTile.class, species),
        (Tile) copy(WideTile.class, species));
  }

  static ProductKernel direct(VectorSpecies<Float> species) {
    return new DirectProducts(
        (Tile) copy(EdgeTile.class, species),
        (Tile) copy(NarrowTile.class, species),
        (Tile) copy(WideTile.class, species));
  }

  static ProductKernel fewRows(VectorSpecies<Float> species) {
    return (ProductKernel) copy(VectorFewRows.class, species);
  }

  static CellKernel functions(VectorSpecies<Float> species) {
    return (CellKernel) copy(VectorFunctions.class, species);
  }

  static RowKernel rows(VectorSpecies<Float> species) {
    return (RowKernel) copy(VectorRows.class, species);
  }

  private static Object copy(Class<?> type, VectorSpecies<Float> species) {
    try (InputStream code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      Lookup copy =
          MethodHandles.lookup().defineHiddenClassWithClassData(code.readAllBytes(), species, true);
      return copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      throw new LinkageError("no copy of " + type, e);
    }
  }
}
