package attentionscope.figure.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Ramp;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColorScaleTest {

  @Test
  void signedNumbersDivergeEvenlyAboutZero() {
    Node node = Examples.given("x", Axis.features(1), Axis.features(3), -4f, 0f, 2f);
    ColorScale scale = ColorScale.of(node, MatrixLook.PLAIN);
    assertEquals(Ramp.DIVERGING, scale.ramp());
    assertEquals(-1f, scale.at(-4));
    assertEquals(0f, scale.at(0));
    assertEquals(.5f, scale.at(2));
    assertEquals(-.5f, scale.at(-2));
  }

  @Test
  void weightsRunFromZeroToTheLargest() {
    Node node = Examples.given("h.weights", Axis.features(1), Axis.features(2), .2f, .8f);
    ColorScale scale = ColorScale.of(node, MatrixLook.PLAIN.withWeights(Ramp.CIVIDIS));
    assertEquals(Ramp.CIVIDIS, scale.ramp());
    assertEquals(.25f, scale.at(.2f), 1e-6);
    assertEquals(1f, scale.at(.8f));
  }

  @Test
  void oneScaleForSeveralMatricesReachesTheLargestOfAll() {
    Node small = Examples.given("a.weights", Axis.features(1), Axis.features(1), .2f);
    Node large = Examples.given("b.weights", Axis.features(1), Axis.features(1), .9f);
    assertEquals(.9, ColorScale.of(List.of(small, large), MatrixLook.PLAIN).largest(), 1e-6);
  }

  @Test
  void whatStandsForMinusInfinityDoesNotUseUpTheScale() {
    Node node =
        Examples.given("x", Axis.features(1), Axis.features(3), Float.NEGATIVE_INFINITY, -1e9f, 3f);
    assertEquals(3, ColorScale.of(node, MatrixLook.PLAIN).largest());
  }

  @Test
  void gammaAndLogarithmLiftSmallNumbersAndKeepTheOrder() {
    for (Curve curve : Curve.values()) {
      ColorScale scale = new ColorScale(Ramp.BLUE, 1, curve);
      assertEquals(0f, scale.at(0), curve.toString());
      assertEquals(1f, scale.at(1), curve.toString());
      assertTrue(scale.at(.01) >= .01 - 1e-6);
      assertTrue(scale.at(.01) < scale.at(.1) && scale.at(.1) < scale.at(.5));
    }
    assertEquals(.5f, new ColorScale(Ramp.BLUE, 1, Curve.LOG).at(.01), 1e-6);
    assertEquals(.1f, new ColorScale(Ramp.BLUE, 1, Curve.GAMMA).at(.01), 1e-6);
  }
}
