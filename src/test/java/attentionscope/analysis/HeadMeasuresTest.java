package attentionscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.op.Given;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.OptionalDouble;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class HeadMeasuresTest {

  private static final double NEAR = 1e-6;

  @Test
  void entropyIsZeroWhereOneHasEverythingAndLogOfTheKeysWhereAllHaveAlike() {
    assertEquals(0, Entropy.bits(new double[] {0, 1, 0}));
    assertEquals(2, Entropy.bits(new double[] {.25, .25, .25, .25}), 1e-12);
    assertEquals(1.5, Entropy.bits(new double[] {.5, .25, .25}), 1e-12);
    assertEquals(0, Entropy.bits(new double[] {1.0000001}));
  }

  @Test
  void aHeadThatLooksBackOnePlaceIsAPreviousTokenHead() {
    HeadMeasures measures = measures(1, new float[][] {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    assertEquals(OptionalDouble.of(1), measures.previous());
    assertEquals(2.0 / 3, measures.distance().orElseThrow(), NEAR);
    assertEquals(2.0 / 3, measures.first(), NEAR);
    assertEquals(0, measures.entropy(), NEAR);
    assertEquals(1, measures.largest(), NEAR);
  }

  @Test
  void distanceIsWeighted() {
    HeadMeasures measures = measures(1, new float[][] {{.5f, .5f}, {.25f, .75f}});
    assertEquals((.5 + .25) / 2, measures.distance().orElseThrow(), NEAR);
    assertEquals(.25, measures.previous().orElseThrow(), NEAR);
    assertEquals((.5 + .75) / 2, measures.largest(), NEAR);
  }

  @Test
  void placesCountFromTheBeginningOfEachSentence() {
    float[][] twice = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};
    assertEquals(1, measures(2, twice).previous().orElseThrow(), NEAR);
    assertEquals(.5, measures(2, twice).distance().orElseThrow(), NEAR);
  }

  @Test
  void aQueryWithoutAnyKeyIsNotCounted() {
    float none = Float.NaN;
    assertEquals(1, measures(1, new float[][] {{1, 0}, {none, none}}).first(), NEAR);
    assertTrue(HeadMeasures.of(node(1, new float[][] {{none, none}}), true).isEmpty());
  }

  @Test
  void placesOfDifferentSentencesAreNotSubtracted() {
    HeadMeasures measures =
        HeadMeasures.of(node(1, new float[][] {{.5f, .5f}}), false).orElseThrow();
    assertTrue(measures.distance().isEmpty());
    assertTrue(measures.previous().isEmpty());
    assertEquals(1, measures.entropy(), NEAR);
  }

  @Test
  void anInductionHeadLooksAtWhatFollowedTheSameTokenBefore() {
    float[][] rows = {
      {1, 0, 0, 0, 0},
      {0, 1, 0, 0, 0},
      {0, 0, 1, 0, 0},
      {0, .75f, .25f, 0, 0}, // a came before, then b
      {.5f, 0, .5f, 0, 0} // b came before, then c
    };
    List<String> words = List.of("a", "b", "c", "a", "b");
    HeadMeasures measures = HeadMeasures.of(node(1, rows, words), true).orElseThrow();
    assertEquals((.75 + .5) / 2, measures.induction().orElseThrow(), NEAR);
    assertTrue(HeadMeasures.of(node(1, rows, words), false).orElseThrow().induction().isEmpty());
  }

  @Test
  void whereNoTokenComesTwiceThereIsNoInduction() {
    float[][] rows = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
    Node twoSentences = node(2, rows, List.of("a", "b", "a", "c"));
    assertTrue(HeadMeasures.of(twoSentences, true).orElseThrow().induction().isEmpty());
    assertTrue(measures(2, rows).induction().isEmpty());
  }

  private static HeadMeasures measures(int samples, float[][] rows) {
    return HeadMeasures.of(node(samples, rows), true).orElseThrow();
  }

  private static Node node(int samples, float[][] rows) {
    return node(samples, rows, List.of());
  }

  private static Node node(int samples, float[][] rows, List<String> words) {
    Axis tokens =
        new Axis(Axis.Role.SOURCE_TOKENS, Axis.Part.QUERIES, samples, rows.length / samples, words);
    FMatrixRMaj matrix = new FMatrixRMaj(rows);
    Axis keys = Axis.of(Axis.Role.SOURCE_TOKENS, matrix.numCols).keys();
    return new Node(
        TensorId.of("encoder.0.self.head.0.weights"),
        new Given("input", matrix, new Origin.Typed()),
        List.of(),
        tokens,
        keys,
        matrix);
  }
}
