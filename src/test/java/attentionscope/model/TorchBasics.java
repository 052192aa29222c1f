package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Activation;
import attentionscope.op.Add;
import attentionscope.op.Given;
import attentionscope.op.Gradients;
import attentionscope.op.LayerNorm;
import attentionscope.op.Softmax;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.ejml.data.FMatrixRMaj;

/** Single operations: layer norm, softmax with and without a mask, activations. */
final class TorchBasics {
  private static final Pattern CROSS_ENTROPY =
      Pattern.compile(
          "ce\\.(?<ignored>ign100|pad0|weighted)\\.ls(?<smoothing>[0-9.]+)\\.(?<reduction>[a-z]+)");

  private final ArrayFile arrays;
  private final Comparison comparison;

  private TorchBasics(ArrayFile arrays, Comparison comparison) {
    this.arrays = arrays;
    this.comparison = comparison;
  }

  static boolean recognises(ReferenceCase given) {
    return given.has("layernorm_eps", "softmax", "ce");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    TorchBasics basics = new TorchBasics(given.expected(), comparison);
    basics.layerNorm(given.config().required("layernorm_eps").asFloat());
    basics.softmax("softmax");
    basics.softmax("softmax_large");
    basics.activations();
    basics.crossEntropies();
  }

  private void layerNorm(float epsilon) throws Problem {
    Tape tape = Tape.plain();
    Node x = input(tape, "layernorm.x");
    Node gain = input(tape, "layernorm.weight");
    Node bias = input(tape, "layernorm.bias");
    Node y = record(tape, "y", new LayerNorm(epsilon), x, gain, bias);
    Gradients.of(tape, Map.of(y, rows("layernorm.coef")));
    comparison.inputs("layernorm.coef");
    comparison.same("layernorm.y", y.value());
    for (Node asked : List.of(x, gain, bias)) {
      gradient(tape, "grad." + asked.id(), asked);
    }
  }

  private void softmax(String name) throws Problem {
    Tape tape = Tape.plain();
    Node scores = input(tape, name + ".scores");
    Node masked = scores;
    if (arrays.has(name + ".mask")) {
      FMatrixRMaj mask = rows(name + ".mask");
      for (int i = 0; i < mask.data.length; i++) {
        mask.data[i] = mask.data[i] == 0 ? 0 : Float.NEGATIVE_INFINITY;
      }
      Node given = record(tape, "mask", new Given("mask", mask, new Origin.Rule()), mask);
      masked = record(tape, "masked", Add.MASK, scores, given);
    }
    Node weights = record(tape, "weights", new Softmax(), masked);
    comparison.inputs(name + ".mask", name + ".coef");
    comparison.same(name + ".p", weights.value());
    if (comparison.has(name + ".log_p")) {
      float[] logs = new float[weights.value().data.length];
      for (int i = 0; i < logs.length; i++) {
        logs[i] = (float) StrictMath.log(weights.value().data[i]);
      }
      comparison.same(name + ".log_p", logs);
    }
    if (comparison.has("grad." + name + ".scores")) {
      Gradients.of(tape, Map.of(weights, rows(name + ".coef")));
      gradient(tape, "grad." + name + ".scores", scores);
    }
  }

  private void activations() throws Problem {
    for (String name : arrays.arrays().keySet()) {
      if (name.startsWith("act.") && !name.equals("act.x")) {
        Tape tape = Tape.plain();
        Node x = input(tape, "act.x");
        Node y = record(tape, "y", activation(name), x);
        comparison.same(name, y.value());
        Gradients.of(tape, Map.of(y, ones(y)));
        gradient(tape, "grad." + name, x);
      }
    }
  }

  /** Every {@code ce.<ignored>.ls<smoothing>.<reduction>}. */
  private void crossEntropies() throws Problem {
    comparison.inputs("ce.logits", "ce.target", "ce.target_pad0", "ce.weight");
    for (String name : arrays.arrays().keySet()) {
      Matcher form = CROSS_ENTROPY.matcher(name);
      if (form.matches()) {
        boolean padded = form.group("ignored").equals("pad0");
        crossEntropy(
            name,
            new Loss(
                Double.parseDouble(form.group("smoothing")),
                padded ? 0 : -100,
                form.group("ignored").equals("weighted")
                    ? Optional.of(rows("ce.weight"))
                    : Optional.empty()),
            padded ? "ce.target_pad0" : "ce.target",
            form.group("reduction"));
      }
    }
  }

  private void crossEntropy(String name, Loss loss, String targets, String reduction)
      throws Problem {
    Tape tape = Tape.plain();
    Node logits = input(tape, "ce.logits");
    List<Integer> ids =
        LongStream.of(arrays.wholes(targets, -1)).mapToObj(Math::toIntExact).toList();
    Node mean =
        loss.of(new Graph(tape, new SeededParameters(0)), logits, ids); // asks for no parameter
    Node each = tape.find(TensorId.of("loss.each")).orElseThrow();
    switch (reduction) {
      case "mean" -> {
        comparison.same(name, mean.value());
        Gradients.of(tape, mean);
      }
      case "none" -> {
        comparison.same(name, each.value());
        Gradients.of(tape, Map.of(each, ones(each)));
      }
      case "sum" -> {
        double sum = 0;
        for (float one : each.value().data) {
          sum += one;
        }
        comparison.same(name, (float) sum);
        Gradients.of(tape, Map.of(each, ones(each)));
      }
      default -> throw new AssertionError("an unknown reduction: " + name);
    }
    gradient(tape, "grad." + name + ".logits", logits);
  }

  private Node input(Tape tape, String name) throws Problem {
    comparison.inputs(name);
    FMatrixRMaj matrix = rows(name);
    return record(tape, name, new Given("input", matrix, new Origin.Typed()), matrix);
  }

  private static Node record(Tape tape, String id, Op op, FMatrixRMaj sized) throws Problem {
    return tape.record(
        TensorId.of(id), op, Axis.features(sized.numRows), Axis.features(sized.numCols));
  }

  private static Node record(Tape tape, String id, Op op, Node... inputs) throws Problem {
    return tape.record(TensorId.of(id), op, inputs[0].rows(), inputs[0].columns(), List.of(inputs));
  }

  private void gradient(Tape tape, String name, Node by) throws Problem {
    comparison.same(name, tape.find(by.id().in(Gradients.FAMILY)).orElseThrow().value());
  }

  private static FMatrixRMaj ones(Node node) {
    FMatrixRMaj ones = new FMatrixRMaj(node.value().numRows, node.value().numCols);
    ones.fill(1f);
    return ones;
  }

  private static Activation activation(String name) {
    return switch (name.substring("act.".length())) {
      case "relu" -> Activation.RELU;
      case "gelu" -> Activation.GELU;
      case "gelu_tanh" -> Activation.GELU_TANH;
      case "quick_gelu" -> Activation.QUICK_GELU;
      case "silu" -> Activation.SILU;
      case "tanh" -> Activation.TANH;
      case "sigmoid" -> Activation.SIGMOID;
      default -> throw new AssertionError("an unknown activation: " + name);
    };
  }

  /** Everything but the last axis as rows. */
  private FMatrixRMaj rows(String name) throws Problem {
    float[] numbers = arrays.floats(name);
    int width = arrays.get(name).shape().size(-1);
    return new FMatrixRMaj(numbers.length / width, width, true, numbers);
  }
}
