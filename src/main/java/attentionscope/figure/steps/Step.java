package attentionscope.figure.steps;

import java.util.Locale;
import java.util.Optional;

/** A kind of moment in the calculation. */
public enum Step {
  /** Nothing is computed yet. */
  START(null),
  /** The products of one query with one key, feature by feature. */
  PRODUCTS(Stage.PRODUCTS),
  /** They are added: a score. */
  SUM(Stage.SCORES),
  /** A score is divided by √d_k. */
  SCALE(Stage.SCALE),
  /** A bias is added to a score. */
  BIAS(Stage.BIAS),
  /** The mask is added to a score. */
  MASK(Stage.MASK),
  /** The largest score of a row is found. */
  MAX(Stage.SOFTMAX),
  /** e to the power of a score minus the largest. */
  EXP(Stage.SOFTMAX),
  /** These powers of a row are added. */
  TOTAL(Stage.SOFTMAX),
  /** One of them is divided by their sum: a weight. */
  DIVIDE(Stage.SOFTMAX),
  /** The values of one feature, each times its weight. */
  WEIGHTED(Stage.VALUES),
  /** They are added: a cell of the output. */
  OUTPUT(Stage.VALUES),
  /** Everything is computed. */
  DONE(null);

  @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum never changes
  private final Optional<Stage> stage;

  Step(@org.jspecify.annotations.Nullable Stage stage) {
    this.stage = Optional.ofNullable(stage);
  }

  /** The stage it belongs to; none at the start and at the end. */
  public Optional<Stage> stage() {
    return stage;
  }

  /** Its word in keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
