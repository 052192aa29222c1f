package attentionscope.figure.shapes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Arrow;
import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing lies on anything else, whatever the model, the size of the frame and the language. */
class ShapesLayoutTest {

  private static final Examples EXAMPLES = new Examples();

  private record Case(String name, AttentionNodes nodes, SizePlan plan, Frame frame) {
    Case(String name, AttentionNodes nodes, Frame frame) {
      this(name, nodes, SizePlan.of(nodes), frame);
    }

    /** Before the split, with keys upright, in the middle, and at the end. */
    List<Moment> moments() {
      ShapesTimeline timeline = ShapesTimeline.of(nodes, plan);
      int scores = timeline.indexOf(Step.SCORES).orElseThrow();
      return Stream.of(0, scores - 2, scores, timeline.size() - 1)
          .distinct()
          .map(timeline::at)
          .toList();
    }

    Figure figure(Moment moment) {
      return new ShapesFigure(nodes, plan, moment, MatrixLook.PLAIN, Pointing.NONE).draw(frame);
    }

    @Override
    public String toString() {
      return name
          + " in "
          + (int) frame.width()
          + " x "
          + (int) frame.height()
          + " "
          + frame.texts().language().code();
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Frame frame : frames()) {
      add(cases, "one head", Attentions.shipped("toy/i-go-home"), "encoder.0.self", 0, frame);
      add(cases, "two heads", Attentions.shipped("toy/two-heads"), "encoder.0.self", 1, frame);
      add(cases, "dictionary", Attentions.shipped("toy/dictionary"), "decoder.0.cross", 0, frame);
      Trace translation = Attentions.shipped("toy/translation");
      add(cases, "encoder", translation, "encoder.1.self", 3, frame);
      add(cases, "decoder", translation, "decoder.0.self", 0, frame);
      add(cases, "cross", translation, "decoder.1.cross", 2, frame);
      add(cases, "turned", Attentions.turned(), "decoder.0.self", 1, frame);
      Trace paper = Attentions.paper();
      add(cases, "paper", paper, "encoder.0.self", 3, frame);
      add(cases, "paper cross", paper, "decoder.0.cross", 7, frame);
      add(cases, "12 heads", Attentions.heads(12), "encoder.0.self", 11, frame);
      add(cases, "20 heads", Attentions.heads(20), "decoder.0.self", 19, frame);
      AttentionNodes two =
          Attentions.nodes(Attentions.shipped("toy/two-heads"), "encoder.0.self", 0);
      Map<Part, MatrixSize> other = Map.of(Part.KEY_WEIGHT, new MatrixSize(4, 6));
      cases.add(new Case("sizes that differ", two, SizePlan.of(two, other), frame));
    }
    return cases.stream();
  }

  private static List<Frame> frames() {
    return List.of(
        EXAMPLES.frame(440, 480, "en"),
        EXAMPLES.frame(440, 560, "ko"),
        EXAMPLES.frame(560, 600, "en"),
        EXAMPLES.frame(640, 500, "ko"),
        EXAMPLES.frame(760, 520, "en"),
        EXAMPLES.frame(1000, 560, "ko"),
        EXAMPLES.frame(1000, 720, "en"));
  }

  private static void add(
      List<Case> cases, String name, Trace trace, String site, int head, Frame frame) {
    cases.add(new Case(name, Attentions.nodes(trace, site, head), frame));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void connectorsCrossNeitherBoxesNorTexts(Case drawn) {
    ShapesLayout layout = layout(drawn);
    for (Moment moment : drawn.moments()) {
      Figure figure = drawn.figure(moment);
      List<Rect> obstacles = new ArrayList<>(texts(figure));
      layout.boxes().values().forEach(box -> obstacles.add(drawn(box, moment)));
      for (List<Arrow.Point> path : FigureFacts.connectors(figure)) {
        for (Rect obstacle : obstacles) {
          Rect inside = obstacle.inset(0.25);
          assertTrue(
              path.stream().noneMatch(point -> inside.contains(point.x(), point.y())),
              () -> "at " + moment.step() + " from " + path.getFirst() + " through " + obstacle);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void boxesAndTheirCaptionsStandApart(Case drawn) {
    List<Box> boxes = List.copyOf(layout(drawn).boxes().values());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < boxes.size(); j++) {
        Box one = boxes.get(i);
        Box other = boxes.get(j);
        if (i != j) {
          assertFalse(
              one.room().overlaps(other.room()) || one.room().overlaps(other.caption()),
              () -> one + " lies on " + other);
        }
        if (i < j) {
          assertFalse(one.caption().overlaps(other.caption()), () -> one + " and " + other);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsCutAndTextsDoNotMeet(Case drawn) {
    for (Moment moment : drawn.moments()) {
      Figure figure = drawn.figure(moment);
      FigureFacts.nothingLeaves(figure, EXAMPLES.measure());
      FigureFacts.textsDoNotMeet(figure, EXAMPLES.measure());
    }
    for (Box box : layout(drawn).boxes().values()) {
      assertTrue(
          drawn.figure(drawn.moments().getLast()).bounds().contains(box.all()), box::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void boxesAreLargeEnoughToBeSeen(Case drawn) {
    assertTrue(layout(drawn).scale() >= 18, () -> "scale " + layout(drawn).scale());
  }

  private static List<Rect> texts(Figure figure) {
    return FigureFacts.texts(figure).stream()
        .filter(text -> !text.text().isBlank())
        .map(text -> FigureFacts.boundsOf(text, EXAMPLES.measure()))
        .toList();
  }

  /** Keys stand upright until they are laid on their side. */
  private static Rect drawn(Box box, Moment moment) {
    boolean upright = box.part() == Part.HEAD_KEYS && moment.step().compareTo(Step.TRANSPOSE) < 0;
    return upright ? box.upright() : box.rect();
  }

  private static ShapesLayout layout(Case drawn) {
    return ShapesFigure.layout(drawn.nodes(), drawn.plan(), drawn.frame());
  }
}
