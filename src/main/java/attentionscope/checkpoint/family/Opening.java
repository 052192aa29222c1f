package attentionscope.checkpoint.family;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Problem;
import attentionscope.model.Body;
import attentionscope.model.Head;
import attentionscope.model.HiddenStates;
import attentionscope.model.LanguageModel;
import attentionscope.model.Model;
import attentionscope.model.Tail;
import attentionscope.model.Transformer;
import attentionscope.op.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint that is being opened.
 *
 * @param name how the user calls it
 * @param settings its {@code config.json}
 * @param file its arrays
 * @param weights where parameters are written down, under names without prefix
 */
record Opening(String name, Settings settings, ArrayFile file, WeightMap weights) {

  private static final List<String> HEADS =
      List.of(
          "ForSequenceClassification",
          "ForTokenClassification",
          "ForQuestionAnswering",
          "ForMultipleChoice",
          "ForNextSentencePrediction");

  /** What settings that no family computes otherwise must say. */
  void refuseWhatNobodyComputes() throws Problem {
    settings.only("quantization_config");
    settings.only("pruned_heads");
    settings.only("add_cross_attention", false);
    settings.only("position_embedding_type", "absolute");
  }

  /**
   * Whether the checkpoint predicts words, which its class says. One with a head that does
   * something else with hidden states ends in these.
   *
   * @param base classes that end in hidden states
   * @param predicting classes with a head for words
   * @param otherwise where it names no class
   * @throws Problem when it names another one
   */
  boolean predicts(List<String> base, List<String> predicting, boolean otherwise) throws Problem {
    Optional<String> named = settings.firstOf("architectures");
    if (named.isEmpty()) {
      return otherwise;
    }
    if (!base.contains(named.get())
        && !predicting.contains(named.get())
        && !isHeaded(named.get(), base)) {
      List<String> all = new ArrayList<>(base);
      all.addAll(predicting);
      throw settings.unsupported("architectures", named.get(), String.join(", ", all));
    }
    return predicting.contains(named.get());
  }

  private static boolean isHeaded(String named, List<String> base) {
    return HEADS.stream().anyMatch(head -> base.contains(named.replace(head, "Model")));
  }

  /**
   * The head that the checkpoint's class has and that is not computed, such as {@code
   * ForQuestionAnswering}; its body is.
   */
  Optional<String> head() throws Problem {
    String named = settings.firstOf("architectures").orElse("");
    return HEADS.stream().filter(named::endsWith).findFirst();
  }

  /** Whether the checkpoint names a class. */
  boolean isOf(String... classes) throws Problem {
    Optional<String> named = settings.firstOf("architectures");
    return named.isPresent() && List.of(classes).contains(named.get());
  }

  /** The width of a head, where heads share a width. */
  int share(int width, int heads, String widthName, String headsName) throws Problem {
    if (width % heads != 0) {
      throw settings.fault(headsName, heads, "%s (%d) / n".formatted(widthName, width));
    }
    return width / heads;
  }

  /** An activation by its name. */
  Activation activation(String otherwise, String... names) throws Problem {
    String named = settings.text(otherwise, names);
    return switch (named) {
      case "gelu", "gelu_python" -> Activation.GELU;
      case "gelu_new", "gelu_fast", "gelu_pytorch_tanh", "gelu_accurate" -> Activation.GELU_TANH;
      case "quick_gelu" -> Activation.QUICK_GELU;
      case "relu" -> Activation.RELU;
      case "silu", "swish" -> Activation.SILU;
      case "tanh" -> Activation.TANH;
      case "sigmoid" -> Activation.SIGMOID;
      default ->
          throw settings.unsupported(
              names[0],
              named,
              "gelu, gelu_new, gelu_fast, gelu_pytorch_tanh, quick_gelu, relu, silu, swish, tanh,"
                  + " sigmoid");
    };
  }

  /** What is added to a variance. */
  float epsilon(double otherwise, String... names) throws Problem {
    return (float) settings.number(otherwise, names);
  }

  /** A model of what has been written down: without a head one of hidden states. */
  Model model(Body body, Optional<Head> head, List<Tail> tails) throws Problem {
    CheckpointParameters parameters = weights.parameters();
    if (head.isEmpty()) {
      return new HiddenStates(name, body, tails, parameters);
    }
    return switch (body) {
      case Body.OneStack one -> new LanguageModel(name, one, head.get(), parameters);
      case Body.TwoStacks two -> new Transformer(name, two, head.get(), parameters);
    };
  }
}
