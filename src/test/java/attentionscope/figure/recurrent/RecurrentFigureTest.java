package attentionscope.figure.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.ModelInput;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Seq2SeqConfig;
import attentionscope.model.Tokens;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.SeededParameters;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.Expected;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.RecurrentPanel;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.recurrent.Cut;
import attentionscope.workspace.recurrent.RecurrentFindings;
import attentionscope.workspace.recurrent.RecurrentStudies;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrentFigureTest {

  private static final TensorId WEIGHTS = TensorId.of("decoder.attention.weights");

  private final Examples examples = new Examples();
  private final ModelLibrary library = new ModelLibrary(ProgramFolder.find());
  private final Runner runner = new Runner(library);
  private final RecurrentStudies studies = new RecurrentStudies(runner);

  private Workspace shipped(String model) throws Problem {
    return Workspace.of(model, library.open(model).example()).withView(View.RECURRENT);
  }

  private Unrolled unrolled(Workspace workspace) throws Problem {
    return Unrolled.of(runner.run(workspace)).orElseThrow();
  }

  private RecurrentScene scene(Workspace workspace) throws Problem {
    return scene(workspace, RecurrentFindings.NONE);
  }

  private RecurrentScene scene(Workspace workspace, RecurrentFindings findings) throws Problem {
    Unrolled unrolled = unrolled(workspace);
    RecurrentTimeline timeline = RecurrentTimeline.of(unrolled);
    return new RecurrentScene(
        unrolled,
        timeline,
        timeline.at(workspace.moment()),
        workspace.focus(),
        Expected.words(library.open(workspace.model()), workspace.input()),
        !workspace.knobs().teacher(),
        Cut.isIn(workspace),
        workspace.look().recurrent(),
        findings,
        workspace.model(),
        MatrixLook.PLAIN,
        Pointing.NONE);
  }

  private RecurrentFindings found(Workspace workspace) throws Problem {
    Optional<RecurrentFindings> found = Optional.empty();
    for (int pieces = 0; pieces < 100; pieces++) {
      Optional<RecurrentFindings> more = studies.next(workspace, found);
      if (more.isEmpty()) {
        return found.orElse(RecurrentFindings.NONE);
      }
      found = more;
    }
    throw new AssertionError("there is no end of it");
  }

  private Figure draw(Workspace workspace) throws Problem {
    return new RecurrentFigure(scene(workspace)).draw(examples.frame(960, 640, "en"));
  }

  private static List<Hit.Grid> grids(Figure figure, String end) {
    return figure.hits().stream()
        .filter(Hit.Grid.class::isInstance)
        .map(Hit.Grid.class::cast)
        .filter(grid -> grid.id().path().endsWith(end))
        .toList();
  }

  @Test
  void theStepsAreReadOffTheIdsOfTheTrace() throws Problem {
    Unrolled dates = unrolled(shipped("trained/dates-additive"));
    assertEquals(29, dates.read());
    assertEquals(11, dates.written(), "<start> and ten letters");
    assertEquals("f", dates.encoder().getFirst().steps().getFirst().label());
    assertEquals("<start>", dates.decoder().getFirst().steps().getFirst().label());
    assertFalse(dates.peeky());
    assertFalse(dates.reversed());
    assertTrue(unrolled(shipped("trained/addition-peeky")).peeky());
    assertFalse(unrolled(shipped("trained/addition-plain")).peeky());
    assertTrue(Unrolled.of(examples.translation()).isEmpty());
    assertTrue(dates.handsCell());
  }

  @Test
  void aReversedInputIsShownAsItIsRead() throws Problem {
    Workspace workspace = shipped("trained/addition-reversed");
    Unrolled reversed = unrolled(workspace);
    List<String> typed = List.of(workspace.input().source().split(" "));
    assertTrue(reversed.reversed());
    for (int step = 0; step < reversed.read(); step++) {
      int row = reversed.row(step);
      assertEquals(typed.size() - 1 - step, row);
      assertEquals(step, reversed.step(row));
      assertEquals(typed.get(row), reversed.encoder().getFirst().steps().get(step).label());
    }
    Unrolled other = unrolled(workspace.withKnobs(Knobs.MODEL.withOtherEnd(true)));
    assertFalse(other.reversed());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, 29, 33, 40})
  void whatHasNotBeenPlayedIsNotThere(int moment) throws Problem {
    Figure figure = draw(shipped("trained/dates-additive").withMoment(moment));
    // the open step's state stands in its gates, too
    long encoder =
        grids(figure, ".hidden").stream().map(Hit.Grid::id).distinct().filter(this::reads).count();
    assertEquals(Math.min(moment, 29), encoder);
    List<Hit.Grid> alignment = grids(figure, WEIGHTS.path());
    int rows = alignment.isEmpty() ? 0 : alignment.getFirst().rows();
    assertEquals(Math.max(0, moment - 29), rows, "a row a step of the decoder");
  }

  private boolean reads(TensorId id) {
    return id.path().startsWith("encoder.");
  }

  @Test
  void aStepOpensIntoItsGates() throws Problem {
    Workspace workspace =
        shipped("trained/dates-additive")
            .withFocus(Region.all(TensorId.of("encoder.0.step.4.gate.input")));
    Figure figure = draw(workspace);
    for (String gate : List.of("input", "forget", "candidate", "output")) {
      assertEquals(1, grids(figure, "encoder.0.step.4.gate." + gate).size(), gate);
    }
    assertEquals(1, grids(figure, "encoder.0.step.3.cell").size(), "the cell state before");
    assertEquals(1, grids(figure, "encoder.0.step.4.cell").size());
    assertTrue(FigureFacts.says(figure, "Inside encoder step 4, which reads “a”"));
  }

  private static Trace drawn(RecurrentCell cell) throws Problem {
    Seq2SeqConfig config =
        new Seq2SeqConfig(
            cell,
            2,
            4,
            6,
            true,
            false,
            false,
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            AttentionFeed.NOTHING,
            5,
            5);
    Tokens source = Tokens.of(List.of(1, 2, 3), List.of("a", "b", "c"));
    Tokens target = Tokens.of(List.of(1, 2), List.of("<start>", "x"));
    return new Seq2Seq("drawn", config, new SeededParameters(3), List.of())
        .run(new ModelInput(source, Optional.of(target), "a b c"), List.of());
  }

  @ParameterizedTest
  @EnumSource(RecurrentCell.class)
  void everyKindOfStepIsSeenFromWithin(RecurrentCell cell) throws Problem {
    Trace trace = drawn(cell);
    Unrolled unrolled = Unrolled.of(trace).orElseThrow();
    assertEquals(4, unrolled.encoder().size(), "two layers, two directions");
    assertEquals(2, unrolled.decoder().size());
    UnrolledStep step = unrolled.encoder().getFirst().steps().get(1);
    List<String> inside = step.inside(trace).stream().map(step::name).toList();
    List<String> wanted =
        switch (cell) {
          case RNN -> List.of("sum", "hidden");
          case GRU ->
              List.of("gate.reset", "gate.update", "remembered", "gate.candidate", "hidden");
          case LSTM ->
              List.of(
                  "gate.input", "gate.forget", "gate.candidate", "gate.output", "cell", "hidden");
        };
    assertEquals(wanted, inside);
  }

  @Test
  void aLaneThatGoesBackwardsBeginsAtTheEnd() throws Problem {
    Unrolled unrolled = Unrolled.of(drawn(RecurrentCell.GRU)).orElseThrow();
    RecurrentTimeline timeline = RecurrentTimeline.of(unrolled);
    assertEquals(1 + 4 * 3 + 2, timeline.size());
    Lane backward = unrolled.encoder().get(1);
    assertTrue(backward.backward());
    assertTrue(timeline.knows(4, backward, 2));
    assertFalse(timeline.knows(4, backward, 1));
    assertEquals(0, timeline.written(12));
    assertEquals(1, timeline.written(13));
    assertEquals(13, timeline.ofDecoder(0));
    assertEquals(14, timeline.at(OptionalInt.of(99)));
  }

  @Test
  void wordsThatAreWrongAreMarked() throws Problem {
    Workspace right = shipped("trained/addition-reversed-peeky");
    RecurrentScene good = scene(right);
    assertTrue(IntStream.range(0, 2).allMatch(step -> good.right(step).orElseThrow()));
    assertTrue(good.right(good.unrolled().written() - 1).isEmpty(), "nobody said what comes then");
    Workspace wrong = right.withInput(new Typed(right.input().source(), "9 9 · ·"));
    Figure figure = draw(wrong.withKnobs(Knobs.MODEL.withTeacher(false)));
    assertTrue(
        figure.reading().stream().anyMatch(line -> line.contains("✗, right: 99··")),
        figure.reading().toString());
  }

  @Test
  void aRowOfTheAlignmentGoesToItsStep() throws Problem {
    RecurrentScene scene = scene(shipped("trained/dates-additive"));
    Target.Control row = new Target.Control("recurrent.step.3");
    assertEquals(OptionalInt.of(33), RecurrentFigure.moment(row, scene.timeline()));
    assertTrue(draw(shipped("trained/dates-additive")).placeOf(row).isPresent());
    Target.Control other = new Target.Control("recurrent.open.trained/dates-dot");
    assertEquals(Optional.of("trained/dates-dot"), RecurrentFigure.model(other));
    assertTrue(RecurrentFigure.moment(other, scene.timeline()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(RecurrentPanel.class)
  void everythingFitsInEverySizeAndLanguage(RecurrentPanel panel) throws Problem {
    for (String model :
        List.of("trained/dates-additive", "trained/addition-peeky", "trained/word-tags")) {
      Workspace workspace = shipped(model);
      Workspace shown = workspace.withLook(workspace.look().withRecurrent(panel));
      RecurrentFigure figure = new RecurrentFigure(scene(shown, found(shown)));
      for (String language : List.of("en", "ko")) {
        for (int width : List.of(640, 1040)) {
          Figure drawn = figure.draw(examples.frame(width, width * 0.6, language));
          FigureFacts.nothingLeaves(drawn, examples.measure());
          FigureFacts.textsDoNotMeet(drawn, examples.measure());
          assertFalse(drawn.reading().isEmpty());
        }
      }
    }
  }

  @Test
  void aLongTextIsShownInPart() throws Problem {
    Workspace workspace = shipped("trained/word-tags");
    String words =
        String.join(" ", Collections.nCopies(120, workspace.input().source().split(" ")[0]));
    Workspace longer = workspace.withInput(Typed.source(words));
    Figure figure =
        draw(longer.withFocus(Region.all(TensorId.of("encoder.0.forward.step.77.hidden"))));
    FigureFacts.nothingLeaves(figure, examples.measure());
    assertEquals(2, grids(figure, "encoder.0.forward.step.77.hidden").size(), "column and gates");
    assertEquals(0, grids(figure, "encoder.0.forward.step.3.hidden").size());
  }
}
