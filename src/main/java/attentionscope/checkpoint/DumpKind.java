package attentionscope.checkpoint;

import attentionscope.tensor.Axis;
import attentionscope.trace.TensorId;

/** Which attention of a model an array holds, told by what Hugging Face's models call it. */
enum DumpKind {
  /** Of a model of one stack that sees the whole text. */
  ONLY("attentions", "encoder", "self", Axis.Role.SOURCE_TOKENS, Axis.Role.SOURCE_TOKENS),
  /** Of a model of one stack in which nobody sees what comes later. */
  CAUSAL("attentions", "decoder", "self", Axis.Role.SOURCE_TOKENS, Axis.Role.SOURCE_TOKENS),
  ENCODER(
      "encoder_attentions", "encoder", "self", Axis.Role.SOURCE_TOKENS, Axis.Role.SOURCE_TOKENS),
  DECODER(
      "decoder_attentions", "decoder", "self", Axis.Role.TARGET_TOKENS, Axis.Role.TARGET_TOKENS),
  CROSS("cross_attentions", "decoder", "cross", Axis.Role.TARGET_TOKENS, Axis.Role.SOURCE_TOKENS);

  private final String array;
  private final String stack;
  private final String attention;
  private final Axis.Role queries;
  private final Axis.Role keys;

  DumpKind(String array, String stack, String attention, Axis.Role queries, Axis.Role keys) {
    this.array = array;
    this.stack = stack;
    this.attention = attention;
    this.queries = queries;
    this.keys = keys;
  }

  /** The kind that files call so; weights alone tell whether {@link #ONLY} is {@link #CAUSAL}. */
  static DumpKind of(String array) {
    for (DumpKind kind : values()) {
      if (kind.array.equals(array)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(array);
  }

  /** Whose tokens ask. */
  Axis.Role queries() {
    return queries;
  }

  /** Whose tokens are asked. */
  Axis.Role keys() {
    return keys;
  }

  /** What a head's weights are called in a trace. */
  TensorId weights(int layer, int head) {
    return TensorId.of("%s.%d.%s.head.%d.weights".formatted(stack, layer, attention, head));
  }
}
