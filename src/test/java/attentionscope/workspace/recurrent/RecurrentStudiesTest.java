package attentionscope.workspace.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.ModelInput;
import attentionscope.model.Seq2Seq;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.train.Examination;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.RecurrentPanel;
import attentionscope.workspace.Runner;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.recurrent.GradientStudy.Curve;
import attentionscope.workspace.recurrent.GradientStudy.Kind;
import attentionscope.workspace.recurrent.ReaderStudy.Reader;
import attentionscope.workspace.recurrent.ReaderStudy.Way;
import attentionscope.workspace.training.TrainedModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecurrentStudiesTest {

  private static final String ADDITIVE = "trained/dates-additive";
  private static final String ADDITION = "trained/addition-plain";

  private final ProgramFolder program = ProgramFolder.find();
  private final ModelLibrary library = new ModelLibrary(program);
  private final Runner runner = new Runner(library);
  private final RecurrentStudies studies = new RecurrentStudies(runner);

  private Workspace shipped(String model, RecurrentPanel panel) throws Problem {
    Workspace plain = Workspace.of(model, library.open(model).example()).withView(View.RECURRENT);
    return plain.withLook(plain.look().withRecurrent(panel));
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

  @Test
  void aGradientsSizeIsHowMuchTheLossChanges() throws Problem {
    Workspace workspace = shipped(ADDITION, RecurrentPanel.GRADIENTS);
    GradientStudy study = found(workspace).gradients().orElseThrow();
    assertEquals(List.of(Kind.values()), study.curves().stream().map(Curve::kind).toList());
    OpenedModel opened = library.open(ADDITION);
    Seq2Seq model = (Seq2Seq) opened.model();
    ModelInput input = opened.read(workspace.input());
    Trace plain = model.run(input, List.of());
    Node embedding = plain.get(TensorId.of("source.embedding"));
    // the size by finite differences, a cell after the other, of the token that is read first
    double sum = 0;
    double step = 1e-2;
    for (int column = 0; column < embedding.value().numCols; column++) {
      double more = loss(model, input, embedding, column, step);
      double less = loss(model, input, embedding, column, -step);
      double slope = (more - less) / (2 * step);
      sum += slope * slope;
    }
    double told = study.curves().getFirst().sizes().getFirst();
    assertEquals(Math.sqrt(sum), told, 0.02 * told + 1e-6);
  }

  private static double loss(Seq2Seq model, ModelInput input, Node embedding, int column, double by)
      throws Problem {
    CellRef cell = new CellRef(embedding.id(), 0, column);
    Intervention moved = new Intervention.SetCell(cell, (float) (embedding.at(0, column) + by));
    Trace trace = model.run(input, List.of(moved));
    Node logits = trace.get(TensorId.of("probabilities"));
    List<Integer> read = input.target().orElseThrow().ids();
    double loss = 0;
    for (int row = 0; row + 1 < read.size(); row++) {
      loss -= Math.log(logits.at(row, read.get(row + 1)));
    }
    return loss / (read.size() - 1);
  }

  @Test
  void openGatesLetGradientsPassFarther() throws Problem {
    GradientStudy study =
        found(shipped(ADDITIVE, RecurrentPanel.GRADIENTS)).gradients().orElseThrow();
    Curve closed = curve(study, Kind.LSTM);
    Curve open = curve(study, Kind.OPEN);
    Curve attention = curve(study, Kind.ATTENTION);
    assertTrue(open.sizes().getFirst() > 1000 * closed.sizes().getFirst());
    assertTrue(attention.sizes().getFirst() > 1000 * closed.sizes().getFirst());
  }

  private static Curve curve(GradientStudy study, Kind kind) {
    return study.curves().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void withoutATargetThereIsNoLoss() throws Problem {
    Workspace workspace = shipped(ADDITION, RecurrentPanel.GRADIENTS);
    Workspace untold =
        workspace.withInput(new attentionscope.workspace.Typed(workspace.input().source(), ""));
    assertEquals(List.of(), found(untold).gradients().orElseThrow().curves());
  }

  @Test
  void lengthsTogetherAreTheWholeExamination() throws Problem {
    LengthStudy study = found(shipped(ADDITION, RecurrentPanel.LENGTHS)).lengths().orElseThrow();
    assertTrue(study.done());
    Examination whole =
        TrainedModel.open(program, library.find(ADDITION)).examine(11, LengthStudy.ALL);
    assertEquals(whole.samples(), study.together().samples());
    assertEquals(whole.right(), study.together().right());
    double shortest = study.byLength().firstEntry().getValue().accuracy();
    double longest = study.byLength().lastEntry().getValue().accuracy();
    assertTrue(longest < shortest / 2, "one vector does not hold long sums");
  }

  @Test
  void whatWasNotTrainedHereIsNotMeasured() throws Problem {
    Workspace toy = shipped("toy/translation", RecurrentPanel.LENGTHS);
    assertEquals(Optional.empty(), found(toy).lengths());
  }

  @Test
  void othersOfTheTaskReadTheSameText() throws Problem {
    Workspace workspace = shipped(ADDITIVE, RecurrentPanel.MODELS);
    ReaderStudy study = found(workspace).readers().orElseThrow();
    assertTrue(study.done());
    List<Way> ways = study.readers().stream().map(Reader::way).toList();
    assertEquals(ways.stream().sorted().toList(), ways);
    assertTrue(ways.containsAll(List.of(Way.ADDITIVE, Way.DOT, Way.TRANSFORMER)), ways.toString());
    Trace free = runner.run(workspace.withKnobs(Knobs.MODEL.withTeacher(false)));
    Reader own =
        study.readers().stream()
            .filter(one -> one.model().equals(ADDITIVE))
            .findFirst()
            .orElseThrow();
    assertEquals(Said.of(free).subList(0, own.said().size()), own.said());
    assertEquals(own.said().size(), own.alignment().orElseThrow().weights().numRows);
    assertEquals(study.source().size(), own.alignment().orElseThrow().weights().numCols);
    for (Reader reader : study.readers()) {
      boolean oneVector = reader.way() == Way.PLAIN || reader.way() == Way.PEEKY;
      assertEquals(oneVector, reader.alignment().isEmpty(), reader.model());
      assertTrue(reader.accuracy().samples() > 200);
    }
  }

  @Test
  void cuttingTheAttentionChangesTheAnswer() throws Problem {
    Workspace workspace =
        shipped(ADDITIVE, RecurrentPanel.STEP).withKnobs(Knobs.MODEL.withTeacher(false));
    Workspace cut = workspace.withInterventions(Cut.changes(workspace, true));
    assertTrue(Cut.isIn(cut));
    Trace trace = runner.run(cut);
    for (Node context : trace.match(Cut.CHANGE.target())) {
      for (float cell : context.value().data) {
        assertEquals(0f, cell);
      }
    }
    List<String> before = found(cut).uncut().orElseThrow();
    assertEquals(Said.of(runner.run(workspace)), before);
    assertNotEquals(before, Said.of(trace));
    assertEquals(List.of(), Cut.changes(cut, false));
  }

  @Test
  void aDecoderThatRunsFreeReadsWhatItHasSaid() throws Problem {
    Workspace workspace =
        shipped(ADDITIVE, RecurrentPanel.STEP).withKnobs(Knobs.MODEL.withTeacher(false));
    Trace trace = runner.run(workspace);
    List<String> said = Said.of(trace);
    for (int step = 1; step < said.size(); step++) {
      Node read = trace.get(TensorId.of("decoder.step." + step + ".tokens"));
      assertEquals(said.get(step - 1), read.rows().label(0));
    }
  }
}
