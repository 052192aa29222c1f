package attentionscope.lesson.expression;

import attentionscope.analysis.Entropy;
import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.yaml.Faults;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The functions that expressions of lessons may call; each public method is one, and there are no
 * others. Where several numbers are wanted, a region of the run ({@code 'id'}, {@code 'id[0,*]'},
 * {@code 'id[*,1]'}) or the result of {@code row}, {@code column} or {@code matrix} may stand.
 *
 * <p>Made for one evaluation. Public because the engine calls it by reflection.
 */
public final class LessonFunctions {
  /** The functions that look at the run without naming a part of it. */
  static final Set<String> READING = Set.of("token", "baseline");

  /** How far two numbers are from each other that agree in three decimals. */
  private static final double THREE_DECIMALS = 0.0005;

  private interface Measure {
    double of(double[] numbers);
  }

  private static final Map<String, Measure> MEASURES =
      Map.of(
          "value", numbers -> numbers[0],
          "sum", Measures::sum,
          "mean", numbers -> Measures.sum(numbers) / numbers.length,
          "max", numbers -> numbers[Measures.argmax(numbers)],
          "min", numbers -> numbers[Measures.argmin(numbers)],
          "argmax", Measures::argmax,
          "argmin", Measures::argmin,
          "entropy", Entropy::bits,
          "norm", numbers -> Math.sqrt(Measures.dot(numbers, numbers)));

  private final Runs runs;
  private final Cells cells = new Cells();

  LessonFunctions(Runs runs) {
    this.runs = runs;
  }

  /** The value of one cell, {@code value('encoder.0.self.q[0,1]')}. */
  public double value(String cell) throws Problem {
    return one(runs.shown(), cell);
  }

  /** The numbers of a row. */
  public double[] row(String id, double row) throws Problem {
    return cells.of(runs.shown(), Region.row(known(id), index(row)));
  }

  /** The numbers of a column. */
  public double[] column(String id, double column) throws Problem {
    return cells.of(runs.shown(), Region.column(known(id), index(column)));
  }

  /** All numbers of a matrix, row by row. */
  public double[] matrix(String id) throws Problem {
    return cells.of(runs.shown(), Region.all(known(id)));
  }

  /** The numbers themselves, to compare others with. */
  public double[] list(Object... numbers) throws Problem {
    double[] list = new double[numbers.length];
    for (int i = 0; i < list.length; i++) {
      list[i] = numbers(numbers[i])[0];
    }
    return list;
  }

  /** One of several numbers, counted from 0. */
  public double at(Object numbers, double index) throws Problem {
    double[] all = numbers(numbers);
    if (index(index) >= all.length) {
      throw new Problem("lesson.problem.no-number-at", all.length, index);
    }
    return all[index(index)];
  }

  /** e^(x − max) of each, the first half of softmax; divided by their sum they are its weights. */
  public double[] exponentials(Object scores) throws Problem {
    double[] numbers = numbers(scores);
    double max = numbers[Measures.argmax(numbers)];
    return Arrays.stream(numbers).map(x -> StrictMath.exp(x - max)).toArray();
  }

  /** How many rows a matrix has. */
  public double rows(String id) throws Problem {
    return Cells.node(runs.shown(), id).value().numRows;
  }

  /** How many columns a matrix has. */
  public double columns(String id) throws Problem {
    return Cells.node(runs.shown(), id).value().numCols;
  }

  /** The numbers added up. */
  public double sum(Object numbers) throws Problem {
    return measure("sum", numbers);
  }

  public double mean(Object numbers) throws Problem {
    return measure("mean", numbers);
  }

  /** The largest number. */
  public double max(Object numbers) throws Problem {
    return measure("max", numbers);
  }

  /** The smallest number. */
  public double min(Object numbers) throws Problem {
    return measure("min", numbers);
  }

  /** Where the largest number stands, from 0; the first of equal ones. */
  public double argmax(Object numbers) throws Problem {
    return measure("argmax", numbers);
  }

  /** Where the smallest number stands, from 0; the first of equal ones. */
  public double argmin(Object numbers) throws Problem {
    return measure("argmin", numbers);
  }

  /** −Σ p log₂ p of weights that sum to one: 0 where one has all, log₂ n where all are equal. */
  public double entropy(Object weights) throws Problem {
    return measure("entropy", weights);
  }

  /** The length of a vector, √Σ x². */
  public double norm(Object vector) throws Problem {
    return measure("norm", vector);
  }

  /** The dot product of two vectors of equal length. */
  public double dot(Object left, Object right) throws Problem {
    return Measures.dot(numbers(left), sameLength(left, right));
  }

  /** The cosine of the angle between two vectors. */
  public double cosine(Object left, Object right) throws Problem {
    return dot(left, right) / (norm(left) * norm(right));
  }

  /** Whether two numbers, or two lists of numbers pair by pair, agree in three decimals. */
  public boolean near(Object left, Object right) throws Problem {
    return near(left, right, THREE_DECIMALS);
  }

  /** Whether two numbers, or two lists pair by pair, are no farther apart than given. */
  public boolean near(Object left, Object right, double distance) throws Problem {
    double[] a = numbers(left);
    double[] b = sameLength(left, right);
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(a[i] - b[i]) <= distance) && a[i] != b[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a cell is −∞: a mask has hidden it. */
  public boolean masked(String cell) throws Problem {
    return value(cell) == Double.NEGATIVE_INFINITY;
  }

  /** The source token at a position. */
  public String token(double position) throws Problem {
    return rowLabel("source.tokens", position);
  }

  /** What a row of a matrix is called. */
  public String rowLabel(String id, double row) throws Problem {
    Node node = Cells.node(runs.shown(), id);
    return label(node, node.rows(), Region.row(node.id(), index(row)), index(row));
  }

  /** What a column of a matrix is called. */
  public String columnLabel(String id, double column) throws Problem {
    Node node = Cells.node(runs.shown(), id);
    return label(node, node.columns(), Region.column(node.id(), index(column)), index(column));
  }

  /**
   * A measure of a region in the run the lesson starts with: {@code baseline('max', 'id[0,*]')}.
   */
  public double baseline(String measure, String region) throws Problem {
    return known(measure, MEASURES).of(cells.of(runs.start(), Cells.region(region)));
  }

  /** The same, of a row of the attention weights beside what is looked at. */
  public double baseline(String measure, double row) throws Problem {
    TensorId focus =
        runs.focus().orElseThrow(() -> new Problem("lesson.problem.baseline-focus", measure));
    Region weights = Region.row(focus.sibling("weights"), index(row));
    return known(measure, MEASURES).of(cells.of(runs.start(), weights));
  }

  public double abs(double x) {
    return Math.abs(x);
  }

  /** The nearest whole number. */
  public double round(double x) {
    return Math.rint(x);
  }

  public double floor(double x) {
    return Math.floor(x);
  }

  public double sqrt(double x) {
    return Math.sqrt(x);
  }

  public double exp(double x) {
    return StrictMath.exp(x);
  }

  /** The natural logarithm. */
  public double log(double x) {
    return StrictMath.log(x);
  }

  public double pow(double base, double exponent) {
    return StrictMath.pow(base, exponent);
  }

  public double sin(double x) {
    return StrictMath.sin(x);
  }

  public double cos(double x) {
    return StrictMath.cos(x);
  }

  public double pi() {
    return Math.PI;
  }

  private double measure(String name, Object numbers) throws Problem {
    return known(name, MEASURES).of(numbers(numbers));
  }

  private double one(Trace trace, String cell) throws Problem {
    Region region = Cells.region(cell);
    if (region.asCell().isEmpty()) {
      throw new Problem("workspace.problem.not-a-cell", cell);
    }
    return cells.of(trace, region)[0];
  }

  private double[] numbers(Object numbers) throws Problem {
    return switch (numbers) {
      case double[] many -> many;
      case Number one -> new double[] {one.doubleValue()};
      case String region -> cells.of(runs.shown(), Cells.region(region));
      default -> throw new Problem("lesson.problem.expression-no-number", String.valueOf(numbers));
    };
  }

  private double[] sameLength(Object left, Object right) throws Problem {
    int wanted = numbers(left).length;
    double[] numbers = numbers(right);
    if (numbers.length != wanted) {
      throw new Problem("lesson.problem.lengths", wanted, numbers.length);
    }
    return numbers;
  }

  private TensorId known(String id) throws Problem {
    return Cells.node(runs.shown(), id).id();
  }

  private static <T> T known(String name, Map<String, T> all) throws Problem {
    T found = all.get(name);
    if (found == null) {
      throw Faults.unknown("lesson.problem.measure", name, all.keySet());
    }
    return found;
  }

  private static String label(Node node, Axis axis, Region region, int index) throws Problem {
    Regions.check(node, region);
    return axis.label(index);
  }

  private static int index(double number) throws Problem {
    if (number != Math.rint(number) || number < 0 || number >= Integer.MAX_VALUE) {
      throw new Problem("lesson.problem.index", number);
    }
    return (int) number;
  }
}
