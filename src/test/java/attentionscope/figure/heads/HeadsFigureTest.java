package attentionscope.figure.heads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import attentionscope.figure.Hit;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.model.Transformer;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Activation;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.workspace.HeadsLook;
import attentionscope.workspace.HeadsLook.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeadsFigureTest {

  private static final int DECODER_SELF = 1;
  private static final int CROSS = 2;

  private final Examples examples = new Examples();
  private final Trace translation = examples.translation();

  private static HeadsLook by(Order order) {
    return HeadsLook.PLAIN.withOrder(order);
  }

  private static Figure draw(Trace trace, int group, HeadsLook order, Frame frame) {
    HeadGroup all = HeadGroup.of(trace).get(group);
    List<MeasuredHead> heads = MeasuredHead.of(trace, all);
    return new HeadsFigure(all, heads, order, MatrixLook.PLAIN, Pointing.NONE).draw(frame);
  }

  /** Names in the order in which they stand, line by line. */
  private static List<String> names(Figure figure) {
    return FigureFacts.texts(figure).stream()
        .filter(text -> text.text().matches("\\d+\\.\\d"))
        .sorted(Comparator.comparingDouble(Mark.Text::y).thenComparingDouble(Mark.Text::x))
        .map(Mark.Text::text)
        .toList();
  }

  @Test
  void layersRunDownwardsAndHeadsToTheRight() {
    Figure figure = draw(translation, DECODER_SELF, by(Order.LAYER), examples.frame());
    assertEquals(List.of("0.0", "0.1", "0.2", "0.3", "1.0", "1.1", "1.2", "1.3"), names(figure));
  }

  @ParameterizedTest
  @CsvSource({"ENTROPY", "DISTANCE"})
  void inAnOrderEachHeadKeepsItsNameAndItsWeights(Order order) {
    Figure figure = draw(translation, DECODER_SELF, by(order), examples.frame());
    List<MeasuredHead> sorted =
        MeasuredHead.of(translation, HeadGroup.of(translation).get(DECODER_SELF)).stream()
            .sorted(
                Comparator.comparingDouble(
                    (MeasuredHead head) -> head.measure(order).orElseThrow()))
            .toList();
    assertEquals(sorted.stream().map(MeasuredHead::label).toList(), names(figure));
    for (MeasuredHead head : sorted) {
      Rect place = figure.placesOf(Region.all(head.weights().id())).getFirst();
      Mark.Text name =
          FigureFacts.texts(figure).stream()
              .filter(text -> text.text().equals(head.label()))
              .findFirst()
              .orElseThrow();
      assertTrue(place.contains(name.x(), name.y() - 3), head.label());
    }
  }

  @Test
  void headsBeyondTheLimitLeaveAnOrderAndPaleInAGrid() {
    List<MeasuredHead> all = MeasuredHead.of(translation, HeadGroup.of(translation).getFirst());
    double median =
        all.stream()
            .mapToDouble(head -> head.measure(Order.ENTROPY).orElseThrow())
            .sorted()
            .toArray()[3];
    OptionalDouble most = OptionalDouble.of(median);
    Frame frame = examples.frame();
    assertEquals(4, names(draw(translation, 0, by(Order.ENTROPY).withLimit(most), frame)).size());
    assertEquals(8, names(draw(translation, 0, by(Order.LAYER).withLimit(most), frame)).size());
    Figure none = draw(translation, 0, by(Order.ENTROPY).withLimit(OptionalDouble.of(-1)), frame);
    assertTrue(FigureFacts.says(none, "No head is within the limit."));
  }

  @ParameterizedTest
  @EnumSource(names = {"PREVIOUS", "FIRST"})
  void weightsOnCertainTokensStandWithTheLargestFirst(Order order) {
    List<MeasuredHead> all =
        MeasuredHead.of(translation, HeadGroup.of(translation).get(DECODER_SELF));
    List<MeasuredHead> sorted =
        all.stream()
            .sorted(
                Comparator.comparingDouble(
                    (MeasuredHead head) -> -head.measure(order).orElseThrow()))
            .toList();
    List<String> labels = sorted.stream().map(MeasuredHead::label).toList();
    Frame frame = examples.frame();
    assertEquals(labels, names(draw(translation, DECODER_SELF, by(order), frame)));
    OptionalDouble third = sorted.get(2).measure(order);
    Figure most = draw(translation, DECODER_SELF, by(order).withLimit(third), frame);
    assertEquals(labels.subList(0, 3), names(most));
  }

  @Test
  void pressingAHeadMeansItsWeightsAndSaysItsMeasures() {
    Figure figure = draw(translation, DECODER_SELF, by(Order.LAYER), examples.frame());
    MeasuredHead head =
        MeasuredHead.of(translation, HeadGroup.of(translation).get(DECODER_SELF)).get(6);
    Region region = Region.all(head.weights().id());
    Rect place = figure.placesOf(region).getFirst();
    Hit.Found found = figure.at(place.centerX(), place.centerY()).orElseThrow();
    assertEquals(new Target.Area(region), found.target());
    assertTrue(
        found.reading().startsWith("Decoder self-attention, layer 1, head 2: entropy "),
        found.reading());
    assertTrue(found.reading().contains("on the token before "), found.reading());
  }

  @Test
  void crossAttentionHasNoDistanceToOrderBy() {
    Figure figure = draw(translation, CROSS, by(Order.DISTANCE), examples.frame());
    assertTrue(FigureFacts.says(figure, "by entropy, the smallest first"));
    assertFalse(String.join("\n", figure.reading()).contains("places away"));
  }

  @Test
  void withAScaleEachThereIsNoCommonLegend() {
    String largest = "0.830";
    Frame frame = examples.frame();
    assertTrue(FigureFacts.says(draw(translation, 0, HeadsLook.PLAIN, frame), largest));
    assertFalse(
        FigureFacts.says(
            draw(translation, 0, HeadsLook.PLAIN.withOneScale(false), frame), largest));
  }

  @ParameterizedTest
  @CsvSource({
    "440,480,LAYER,en",
    "440,480,ENTROPY,ko",
    "640,500,DISTANCE,en",
    "900,640,LAYER,ko",
    "1000,560,ENTROPY,en"
  })
  void twelveLayersOfTwelveHeadsFit(double width, double height, Order order, String language) {
    Frame frame = examples.frame(width, height, language);
    Figure figure = draw(twelve(), 0, by(order), frame);
    FigureFacts.nothingLeaves(figure, frame.measure());
    FigureFacts.textsDoNotMeet(figure, frame.measure());
    long names =
        FigureFacts.texts(figure).stream()
            .filter(text -> text.text().matches("\\d+\\.\\d{1,2}"))
            .map(Mark.Text::text)
            .filter(text -> Integer.parseInt(text.substring(text.indexOf('.') + 1)) < 12)
            .distinct()
            .count();
    assertTrue(names >= 144, () -> names + " names");
  }

  @ParameterizedTest
  @CsvSource({"440,520,en", "640,500,ko", "1000,700,en"})
  void fewHeadsFit(double width, double height, String language) {
    Frame frame = examples.frame(width, height, language);
    for (int group = 0; group < 3; group++) {
      for (Order order : Order.values()) {
        Figure figure = draw(translation, group, by(order), frame);
        FigureFacts.nothingLeaves(figure, frame.measure());
        FigureFacts.textsDoNotMeet(figure, frame.measure());
      }
    }
    FigureFacts.nothingLeaves(draw(examples.home(), 0, HeadsLook.PLAIN, frame), frame.measure());
  }

  private static Trace twelve() {
    TransformerConfig config =
        new TransformerConfig(
            12,
            1,
            24,
            12,
            2,
            2,
            8,
            Activation.RELU,
            false,
            false,
            1e-5f,
            true,
            new PositionalEncoding.LinearBias(),
            20,
            20,
            true,
            true,
            true,
            false);
    Transformer model = new Transformer("test", config, new SeededParameters(5), List.of());
    try {
      return model.run(new ModelInput(tokens(16), Optional.of(tokens(3)), ""), List.of());
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  private static Tokens tokens(int count) {
    List<Integer> ids = IntStream.range(0, count).boxed().toList();
    return Tokens.of(ids, ids.stream().map(id -> "w" + id).toList());
  }
}
