package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VectorModuleTest {

  @Test
  void vectorsCanBeUsedOnceTheModuleIsLoaded() {
    assertTrue(VectorModule.load());
    assertDoesNotThrow(() -> Class.forName("jdk.incubator.vector.FloatVector"));
  }
}
