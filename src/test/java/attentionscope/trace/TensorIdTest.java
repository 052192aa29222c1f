package attentionscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logits",
        "encoder.0.self.head.2.weights",
        "grad/encoder.0.self.q",
        "adam/m/decoder.1.cross.k.weight",
        "0.a",
        "a_b-c.9"
      })
  void theseAreIds(String path) {
    assertTrue(TensorId.isWellFormed(path));
    assertEquals(path, TensorId.of(path).path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "a.", ".a", "a..b", "A", "a b", "grad/", "/a", "g1/a", "a.b/c", "-a", "a._",
        "a[0,1]", "가"
      })
  void theseAreNone(String path) {
    assertFalse(TensorId.isWellFormed(path));
    assertThrows(IllegalArgumentException.class, () -> TensorId.of(path));
  }

  @Test
  void starsStayWithinSegmentsAndFamilies() {
    TensorId weights = TensorId.of("encoder.0.self.head.2.weights");
    assertTrue(weights.matches("encoder.*.self.head.*.weights"));
    assertTrue(weights.matches("**.weights"));
    assertFalse(weights.matches("*.weights"));
    assertFalse(weights.in("grad").matches("**.weights"));
    assertTrue(weights.in("grad").matches("grad/**.weights"));
  }
}
