package attentionscope.model;

import static attentionscope.model.PositionTests.Verdict.DOES_NOT_APPLY;
import static attentionscope.model.PositionTests.Verdict.FAILED;
import static attentionscope.model.PositionTests.Verdict.PASSED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.nn.PositionalEncoding;
import attentionscope.op.Counting;
import attentionscope.op.Exactness;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PositionStudyTest {

  private static final PositionalEncoding SINES =
      new PositionalEncoding.Sinusoidal(Sinusoid.Layout.INTERLEAVED, 10000);

  static Stream<PositionStudy> studies() {
    return Stream.of(
            new PositionalEncoding.None(),
            SINES,
            new PositionalEncoding.Sinusoidal(Sinusoid.Layout.CONCATENATED, 10000),
            new PositionalEncoding.Learned(64),
            new PositionalEncoding.Rotary(4, Rotate.Pairing.HALVES, 10000),
            new PositionalEncoding.LinearBias(),
            new PositionalEncoding.RelativeBuckets(8, 20, true),
            new PositionalEncoding.Counted(Counting.Form.INTEGERS),
            new PositionalEncoding.Counted(Counting.Form.NORMALISED),
            new PositionalEncoding.Counted(Counting.Form.BINARY))
        .map(encoding -> new PositionStudy(encoding, 7, 9, 2, 2));
  }

  @ParameterizedTest
  @MethodSource("studies")
  void explanationsGiveTheStoredBits(PositionStudy study) throws Problem {
    Exactness.assertExplanationsAreExact(study.run());
    Exactness.assertFeedsAgreeWithExplanations(study.run());
  }

  @Test
  void sinesOfWidthFourAreTheWorkedOnes() throws Problem {
    Node code = node(new PositionStudy(SINES, 4, 5, 2, 1), "position.code");
    assertArrayEquals(new float[] {0, 1, 0, 1}, row(code, 0), 0.0005f);
    assertArrayEquals(new float[] {.841f, .540f, .010f, 1f}, row(code, 1), 0.0005f);
    assertArrayEquals(new float[] {.909f, -.416f, .020f, 1f}, row(code, 2), 0.0005f);
    assertArrayEquals(new float[] {.141f, -.990f, .030f, 1f}, row(code, 3), 0.0005f);
  }

  @Test
  void dotProductsDependOnTheDistanceAlone() throws Problem {
    Node dots = node(new PositionStudy(SINES, 4, 6, 2, 1), "position.dots");
    float[] byDistance = {2f, 1.540f, .584f, .010f, .346f};
    for (int distance = 0; distance < byDistance.length; distance++) {
      assertEquals(byDistance[distance], dots.at(0, distance), 0.0005f);
      assertEquals(byDistance[distance], dots.at(distance + 1, 1), 0.0005f);
    }
  }

  @Test
  void aShiftIsARotationForBothLayouts() throws Problem {
    for (Sinusoid.Layout layout : Sinusoid.Layout.values()) {
      PositionalEncoding sines = new PositionalEncoding.Sinusoidal(layout, 10000);
      Node error = node(new PositionStudy(sines, 64, 80, 17, 1), "position.error");
      for (int row = 0; row < error.rows().size(); row++) {
        assertArrayEquals(new float[64], row(error, row), 1e-5f);
      }
    }
  }

  @Test
  void rotaryDotProductsDependOnTheDistanceAlone() throws Problem {
    PositionalEncoding rotary = new PositionalEncoding.Rotary(8, Rotate.Pairing.INTERLEAVED, 10000);
    Node dots = node(new PositionStudy(rotary, 8, 12, 1, 1), "position.dots");
    for (int distance = 0; distance < 6; distance++) {
      assertEquals(dots.at(0, distance), dots.at(5, 5 + distance), 1e-5f);
    }
  }

  @Test
  void sineAndCosinePassEveryTest() throws Problem {
    assertVerdicts(SINES, PASSED, PASSED, PASSED, PASSED, PASSED);
  }

  @Test
  void theSimplerCodesFailWhereTheyShould() throws Problem {
    assertVerdicts(
        new PositionalEncoding.Counted(Counting.Form.INTEGERS),
        PASSED,
        PASSED,
        PASSED,
        FAILED,
        DOES_NOT_APPLY);
    assertVerdicts(
        new PositionalEncoding.Counted(Counting.Form.NORMALISED),
        PASSED,
        FAILED,
        PASSED,
        PASSED,
        DOES_NOT_APPLY);
    assertVerdicts(
        new PositionalEncoding.Counted(Counting.Form.BINARY),
        PASSED,
        PASSED,
        PASSED,
        PASSED,
        DOES_NOT_APPLY);
    assertVerdicts(new PositionalEncoding.None(), PASSED, PASSED, FAILED, PASSED, DOES_NOT_APPLY);
  }

  @Test
  void whatIsNotAddedIsNotTestedSo() throws Problem {
    for (PositionTests.Result result :
        PositionTests.of(new PositionStudy(new PositionalEncoding.LinearBias(), 8, 10, 1, 8))) {
      assertEquals(DOES_NOT_APPLY, result.verdict());
      assertTrue(result.measured().isEmpty());
    }
  }

  private static void assertVerdicts(PositionalEncoding encoding, PositionTests.Verdict... verdicts)
      throws Problem {
    List<PositionTests.Verdict> measured =
        PositionTests.of(new PositionStudy(encoding, 8, 20, 3, 1)).stream()
            .map(PositionTests.Result::verdict)
            .toList();
    assertEquals(Arrays.asList(verdicts), measured, encoding.toString());
  }

  private static Node node(PositionStudy study, String id) throws Problem {
    return study.run().get(TensorId.of(id));
  }

  private static float[] row(Node node, int row) {
    int width = node.columns().size();
    return Arrays.copyOfRange(node.value().data, row * width, (row + 1) * width);
  }
}
