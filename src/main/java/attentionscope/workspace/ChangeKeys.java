package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.yaml.Faults;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * Changes to a run as files have them: {@code {cell: 'id[r,c]', value: 2}}, {@code {replace: id,
 * matrix: [[1, 0], [0, 1]]}}, {@code {zero: id}}, {@code {off: id}}. A number may be {@code -.inf}.
 */
final class ChangeKeys {
  private static final int MOST_CHANGES = 50;
  private static final int MOST_CELLS = 4096;

  /** −∞ as YAML writes it: what a mask hides. */
  private static final String HIDDEN = "-.inf";

  private static final List<String> KINDS = List.of("cell", "replace", "zero", "off");

  private ChangeKeys() {}

  /** The changes under the key {@code change}. */
  static List<Intervention> read(Fields fields) {
    List<Intervention> changes = new ArrayList<>();
    List<YamlValue> values = fields.list("change");
    if (values.size() > MOST_CHANGES) {
      Problem many = new Problem("workspace.problem.too-many", "change", MOST_CHANGES);
      fields.faults().add(fields.file(), fields.line("change"), many);
      return changes;
    }
    for (YamlValue value : values) {
      change(Fields.of(fields.file(), value, "change", fields.faults())).ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<Intervention> change(Fields change) {
    Optional<String> kind = KINDS.stream().filter(change::has).findFirst();
    if (kind.isEmpty()) {
      String wrong = change.anyKeys().stream().findFirst().orElse("");
      Problem none = Faults.unknown("yaml.problem.unknown-key", wrong, KINDS);
      change.faults().add(change.file(), change.line(), none);
      return Optional.empty();
    }
    Optional<Intervention> read =
        switch (kind.get()) {
          case "cell" -> cell(change);
          case "replace" -> replace(change);
          case "zero" -> change.text("zero").map(Intervention.Zero::new);
          default -> change.text("off").map(Intervention.Off::new);
        };
    change.finish();
    return read;
  }

  private static Optional<Intervention> cell(Fields change) {
    Optional<String> text = change.text("cell");
    change.required("value");
    Optional<Float> value =
        change.text("value").filter(HIDDEN::equals).isPresent()
            ? Optional.of(Float.NEGATIVE_INFINITY)
            : change.number("value").map(Double::floatValue);
    if (text.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Intervention> set =
        Region.parse(text.get())
            .flatMap(Region::asCell)
            .map(cell -> new Intervention.SetCell(cell, value.get()));
    if (set.isEmpty()) {
      Problem form = new Problem("workspace.problem.not-a-cell", text.get());
      change.faults().add(change.file(), change.line("cell"), form);
    }
    return set;
  }

  private static Optional<Intervention> replace(Fields change) {
    Optional<String> id = change.text("replace");
    Optional<FMatrixRMaj> matrix = change.required("matrix").flatMap(rows -> matrix(change, rows));
    if (id.isEmpty() || matrix.isEmpty()) {
      return Optional.empty();
    }
    if (!TensorId.isWellFormed(id.get())) {
      Problem form = new Problem("workspace.problem.region-form", id.get());
      change.faults().add(change.file(), change.line("replace"), form);
      return Optional.empty();
    }
    return Optional.of(new Intervention.Replace(TensorId.of(id.get()), matrix.get()));
  }

  /** Rows of equally many numbers. */
  private static Optional<FMatrixRMaj> matrix(Fields change, YamlValue value) {
    List<List<Float>> rows = new ArrayList<>();
    if (value instanceof YamlValue.Sequence(int _, List<YamlValue> lines)) {
      for (YamlValue line : lines) {
        row(line).ifPresent(rows::add);
      }
      int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
      boolean even = rows.stream().allMatch(row -> row.size() == columns);
      if (columns > 0
          && even
          && rows.size() == lines.size()
          && rows.size() * columns <= MOST_CELLS) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows.size(), columns);
        for (int row = 0; row < rows.size(); row++) {
          for (int column = 0; column < columns; column++) {
            matrix.set(row, column, rows.get(row).get(column));
          }
        }
        return Optional.of(matrix);
      }
    }
    Problem form = new Problem("workspace.problem.not-a-matrix", MOST_CELLS);
    change.faults().add(change.file(), value.line(), form);
    return Optional.empty();
  }

  /** Empty where one of them is no number. */
  private static Optional<List<Float>> row(YamlValue value) {
    List<Float> numbers = new ArrayList<>();
    if (!(value instanceof YamlValue.Sequence(int _, List<YamlValue> cells))) {
      return Optional.empty();
    }
    for (YamlValue cell : cells) {
      if (!(cell instanceof YamlValue.Scalar(int _, String text))) {
        return Optional.empty();
      }
      boolean hidden = text.equals(HIDDEN);
      if (!hidden && !Fields.isNumber(text)) {
        return Optional.empty();
      }
      numbers.add(hidden ? Float.NEGATIVE_INFINITY : Float.parseFloat(text));
    }
    return Optional.of(numbers);
  }
}
