package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Expression;
import attentionscope.lesson.expression.Regions;
import attentionscope.lesson.expression.Runs;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A cell to click: {@code target} is the matrix, {@code row} or {@code column} where only one of
 * them counts. {@code answer} is {@code argmax}, {@code argmin} or an expression of the cell's
 * index: along the row or the column, or from cell to cell through the rows of the whole matrix.
 * {@code wrong} names indices that people often click, each with a part of its own in the text.
 */
public record CellQuestion(
    TensorId target,
    OptionalInt row,
    OptionalInt column,
    Expression answer,
    Map<String, Expression> wrong)
    implements Question {

  static final QuestionKind KIND = new QuestionKind("cell", CellQuestion::read);

  /** The cell that was clicked. */
  public record Clicked(CellRef cell) implements Answer {}

  /** Where the answer is. */
  public Region field() {
    return field(target, row, column);
  }

  private static Region field(TensorId target, OptionalInt row, OptionalInt column) {
    return new Region(
        target,
        row.isPresent() ? Region.Span.one(row.getAsInt()) : Region.Span.ALL,
        column.isPresent() ? Region.Span.one(column.getAsInt()) : Region.Span.ALL);
  }

  @Override
  public String kind() {
    return KIND.name();
  }

  @Override
  public Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>(wrong.keySet());
    parts.addAll(List.of(HINT, WRONG, WHY));
    return parts;
  }

  @Override
  public Answer right(Runs runs) throws Problem {
    return new Clicked(cell(answer, runs));
  }

  @Override
  public boolean isRight(Answer given, Runs runs) throws Problem {
    return clicked(given).equals(cell(answer, runs));
  }

  @Override
  public Optional<String> reason(Answer given, Runs runs) throws Problem {
    for (Map.Entry<String, Expression> entry : wrong.entrySet()) {
      if (clicked(given).equals(cell(entry.getValue(), runs))) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Problem> faults(Runs asked, Runs runs) {
    List<Problem> faults = new ArrayList<>();
    try {
      Regions.check(runs.shown(), field());
      CellRef right = cell(answer, runs);
      for (Map.Entry<String, Expression> entry : wrong.entrySet()) {
        if (right.equals(cell(entry.getValue(), runs))) {
          faults.add(new Problem("lesson.problem.wrong-is-right", entry.getKey()));
        }
      }
    } catch (Problem problem) {
      faults.add(problem);
    }
    return faults;
  }

  private CellRef cell(Expression index, Runs runs) throws Problem {
    Node node = runs.shown().get(target);
    int columns = node.value().numCols;
    int rows = node.value().numRows;
    double number = index.number(runs);
    int cells =
        row.isPresent() && column.isPresent()
            ? 1
            : row.isPresent() ? columns : column.isPresent() ? rows : rows * columns;
    if (number != Math.rint(number) || number < 0 || number >= cells) {
      throw new Problem("lesson.problem.answer-outside", index.text(), number, field());
    }
    int i = (int) number;
    return new CellRef(
        target,
        row.orElse(column.isPresent() ? i : i / columns),
        column.orElse(row.isPresent() ? i : i % columns));
  }

  private static CellRef clicked(Answer answer) {
    if (answer instanceof Clicked(CellRef cell)) {
      return cell;
    }
    throw new IllegalArgumentException("not a cell: " + answer);
  }

  private static Optional<Question> read(Fields fields, Workspace asked) {
    Optional<String> id = fields.requiredText("target");
    if (id.isPresent() && !TensorId.isWellFormed(id.get())) {
      fields
          .faults()
          .add(fields.file(), fields.line("target"), "workspace.problem.region-form", id.get());
      return Optional.empty();
    }
    OptionalInt row = optional(fields.whole("row", 0, 9999));
    OptionalInt column = optional(fields.whole("column", 0, 9999));
    Map<String, Expression> wrong = Expressions.named(fields, "wrong");
    if (id.isEmpty()) {
      fields.required("answer");
      return Optional.empty();
    }
    TensorId target = TensorId.of(id.get());
    Region field = field(target, row, column);
    return Expressions.requiredOr(
            fields,
            "answer",
            Map.of("argmax", "argmax('" + field + "')", "argmin", "argmin('" + field + "')"))
        .map(answer -> new CellQuestion(target, row, column, answer, wrong));
  }

  private static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
