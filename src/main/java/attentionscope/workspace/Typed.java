package attentionscope.workspace;

/**
 * What the user typed.
 *
 * @param source for the encoder
 * @param target for the decoder, or empty
 */
public record Typed(String source, String target) {
  public static Typed source(String text) {
    return new Typed(text, "");
  }
}
