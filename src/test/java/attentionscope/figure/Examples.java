package attentionscope.figure;

import attentionscope.figure.paint.FontMeasure;
import attentionscope.figure.paint.Formulas;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.op.Given;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Runs and frames for the tests of figures. */
public final class Examples {

  private static final ProgramFolder HOME = ProgramFolder.find();

  private final Languages languages;
  private final TextMeasure measure;
  private final Formulas formulas = new Formulas();
  private final Runner runner;

  public Examples() {
    try {
      languages = Languages.load(HOME);
      measure = FontMeasure.load(HOME);
    } catch (Problem fault) {
      throw new AssertionError(fault);
    }
    runner = new Runner(new ModelLibrary(HOME));
  }

  public Formulas formulas() {
    return formulas;
  }

  public TextMeasure measure() {
    return measure;
  }

  public Frame frame(double width, double height, String language) {
    return new Frame(width, height, languages.find(language).orElseThrow(), measure, formulas);
  }

  public Frame frame() {
    return frame(760, 700, "en");
  }

  public Trace run(Workspace workspace) {
    try {
      return runner.run(workspace);
    } catch (Problem fault) {
      throw new AssertionError(fault);
    }
  }

  /** The numbers of lesson 13. */
  public Trace home() {
    return run(Workspace.of("toy/i-go-home", Typed.source("I go home")));
  }

  public Trace home(Knobs knobs) {
    return run(Workspace.of("toy/i-go-home", Typed.source("I go home")).withKnobs(knobs));
  }

  /** An encoder and a decoder, two layers of four heads each. */
  public Trace translation() {
    return run(Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am a student")));
  }

  public static Node node(Trace trace, String id) {
    return trace.find(TensorId.of(id)).orElseThrow();
  }

  /** A matrix that no model made. */
  public static Node given(String id, Axis rows, Axis columns, float... cells) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows.size(), columns.size());
    System.arraycopy(cells, 0, matrix.data, 0, cells.length);
    return new Node(
        TensorId.of(id),
        new Given("input", matrix, new Origin.Typed()),
        List.of(),
        rows,
        columns,
        matrix);
  }
}
