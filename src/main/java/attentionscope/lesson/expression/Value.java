package attentionscope.lesson.expression;

/** What an expression comes to. */
public sealed interface Value {

  record Real(double number) implements Value {}

  record Truth(boolean truth) implements Value {}

  /** A label or another piece of text. */
  record Text(String text) implements Value {}
}
