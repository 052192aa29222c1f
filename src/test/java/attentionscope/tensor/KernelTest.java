package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KernelTest {

  private static final String MODULE = "jdk.incubator.vector";

  private static final List<String> LOADABLE =
      List.of(
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:+EnableVectorSupport",
          "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED");

  @Test
  void vectorsAreUsedWhereTheirModuleIsLoaded() {
    assertInstanceOf(Kernel.Vector.class, Kernel.of(null));
    assertInstanceOf(Kernel.Vector.class, Kernel.of("vector"));
  }

  @Test
  void theSettingDecides() {
    assertInstanceOf(Kernel.Scalar.class, Kernel.of("scalar"));
    assertThrows(IllegalStateException.class, () -> Kernel.of("fast"));
  }

  @Test
  void smallProductsAndSmallMatricesTakeThePlainLoopsAtFirst() {
    Kernel kernel = Kernel.of("vector");
    assertInstanceOf(ScalarProducts.class, kernel.products(12, 64, 64));
    assertInstanceOf(PackedProducts.class, kernel.products(64, 768, 768));
    assertInstanceOf(DirectProducts.class, kernel.products(64, 64, 64));
    assertInstanceOf(DirectProducts.class, kernel.products(12, 768, 768));
    assertInstanceOf(PackedProducts.class, kernel.transposedProducts(12, 768, 768));
    assertInstanceOf(VectorFewRows.class, kernel.products(3, 768, 768));
    assertInstanceOf(ScalarFunctions.class, kernel.functions(12 * 12));
    assertInstanceOf(VectorFunctions.class, kernel.functions(32 * 2048));
  }

  @Test
  @Timeout(60)
  void muchSmallWorkWarmsTheVectors() throws InterruptedException {
    Kernel kernel = Kernel.of("vector");
    while (!(kernel.products(12, 64, 64) instanceof DirectProducts)) {
      Thread.sleep(1);
    }
    assertInstanceOf(VectorFunctions.class, kernel.functions(12 * 12));
  }

  @Test
  void withoutTheModuleThePlainLoopsGiveTheSameBits() throws Exception {
    assertEquals("Scalar " + KernelProbe.bits(), probe(List.of(), List.of()));
  }

  @Test
  void aModuleThatMainLoadsIsFound() throws Exception {
    assertEquals("Vector " + KernelProbe.bits(), probe(LOADABLE, List.of(MODULE)));
  }

  @Test
  void vectorsWithoutTheirModuleAreRefused() throws Exception {
    String said = probe(List.of("-D" + Kernel.PROPERTY + "=vector"), List.of());
    assertTrue(said.contains("the module jdk.incubator.vector is not loaded"), said);
  }

  /** What a Java of its own says when it runs {@link KernelProbe}. */
  private static String probe(List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KernelProbe.class.getName());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
