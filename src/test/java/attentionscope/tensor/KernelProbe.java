package attentionscope.tensor;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** A program that says which kernel it got and what bits that computes, for {@link KernelTest}. */
final class KernelProbe {

  private KernelProbe() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    if (args.length > 0) {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, args[0]);
    }
    System.out.print(Kernel.chosen().getClass().getSimpleName() + " " + bits());
  }

  /** A hash of the bits of a product and of what the functions and row operations make of it. */
  static int bits() {
    FMatrixRMaj x = new FMatrixRMaj(70, 90);
    Products.multiply(Samples.block(70, 130, 1), Samples.block(130, 90, 2), Block.of(x));
    Functions.geluTanh(x, x);
    Rows.softmax(x, x);
    return Arrays.hashCode(x.data);
  }
}
