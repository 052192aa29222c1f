package attentionscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void nearestComesFirst() {
    List<String> known = List.of("values", "value", "scores", "weights");
    assertEquals(List.of("value", "values"), Nearest.names("valeu", known, 2));
  }

  @Test
  void farNamesAreNotOffered() {
    assertEquals(List.of(), Nearest.names("entropy", List.of("scores", "weights"), 3));
    assertEquals(List.of(), Nearest.names("zz", List.of("q", "k", "v"), 3));
  }

  @Test
  void capitalsDoNotMatter() {
    assertEquals(List.of("encoder.0.norm"), Nearest.names("Encoder.0.Norm", idsLikeThese(), 1));
  }

  @Test
  void aForgottenPartOfAnIdIsFound() {
    assertEquals(
        List.of("encoder.0.self.head.0.weights"),
        Nearest.names("encoder.0.self.weights", idsLikeThese(), 1));
  }

  @Test
  void swappedNeighboursAreOneSlip() {
    assertEquals(1, Nearest.distance("scroes", "scores"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
    assertEquals(4, Nearest.distance("", "four"));
  }

  private static List<String> idsLikeThese() {
    return List.of("encoder.0.norm", "encoder.0.self.head.0.weights", "logits");
  }
}
