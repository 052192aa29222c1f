package attentionscope.checkpoint.family;

import java.util.List;
import java.util.Optional;

/** All families that are known. */
final class Families {

  private static final List<Family> ALL =
      List.of(
          new Gpt2(),
          new GptNeoX(),
          new GptJ(),
          new Bloom(),
          new Opt(),
          LlamaLike.LLAMA,
          LlamaLike.MISTRAL,
          LlamaLike.QWEN2,
          new Bert(),
          new Roberta(),
          new DistilBert(),
          new Albert(),
          new Electra(),
          new Translators(),
          new T5(),
          new LstmWithAttention());

  private Families() {}

  static Optional<Family> of(String type) {
    return ALL.stream().filter(family -> family.types().contains(type)).findFirst();
  }

  /** What {@code model_type} may say. */
  static List<String> types() {
    return ALL.stream().flatMap(family -> family.types().stream()).toList();
  }
}
