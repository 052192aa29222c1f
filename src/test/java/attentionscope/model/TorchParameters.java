package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.Shape;
import attentionscope.files.Problem;
import attentionscope.nn.Parameters;
import attentionscope.nn.StoredParameters;
import attentionscope.op.Gradients;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/** Parameters of PyTorch's modules under our ids. PyTorch keeps projections [out, in]. */
final class TorchParameters {
  private final ArrayFile file;
  private final Map<TensorId, FMatrixRMaj> matrices = new HashMap<>();
  private final Map<String, List<Part>> parts = new LinkedHashMap<>();

  /**
   * Where a parameter of ours lies in an array of PyTorch's.
   *
   * @param from its first number there
   * @param turned whether PyTorch keeps it [out, in]
   */
  private record Part(TensorId ours, int from, boolean turned) {
    void copy(FMatrixRMaj matrix, float[] array) {
      for (int i = 0; i < matrix.numRows; i++) {
        for (int o = 0; o < matrix.numCols; o++) {
          int at = turned ? o * matrix.numRows + i : i * matrix.numCols + o;
          array[from + at] = matrix.get(i, o);
        }
      }
    }
  }

  TorchParameters(ArrayFile file) {
    this.file = file;
  }

  Parameters stored() {
    return new StoredParameters(matrices, new Origin.Rule());
  }

  /**
   * Compares the gradients of every parameter.
   *
   * @param prefix of the stored gradients, with its dot
   */
  void compareGradients(Comparison comparison, String prefix, Tape tape) throws Problem {
    for (String torch : parts.keySet()) {
      float[] gradient =
          theirs(torch, id -> tape.find(id.in(Gradients.FAMILY)).orElseThrow().value());
      comparison.same(prefix + torch, gradient);
    }
  }

  /** Compares what parameters have become, where {@code stable.<name>} says that it can be told. */
  void compareSteady(Comparison comparison, String prefix, Map<TensorId, FMatrixRMaj> now)
      throws Problem {
    for (String torch : parts.keySet()) {
      comparison.sameWhere("stable." + torch, prefix + torch, theirs(torch, now::get));
    }
  }

  /** A parameter's numbers in PyTorch's order. */
  private float[] theirs(String torch, Function<TensorId, FMatrixRMaj> ours) throws Problem {
    float[] numbers = new float[Math.toIntExact(file.get(torch).count())];
    for (Part part : parts.get(torch)) {
      part.copy(ours.apply(part.ours()), numbers);
    }
    return numbers;
  }

  private void part(String torch, String ours, int from, boolean turned) {
    if (file.has(torch)) {
      parts
          .computeIfAbsent(torch, none -> new ArrayList<>())
          .add(new Part(TensorId.of(ours), from, turned));
    }
  }

  /** An nn.Embedding. */
  void table(String torch, String ours) throws Problem {
    Shape shape = file.get(torch, -1, -1).shape();
    part(torch, ours, 0, false);
    put(ours, new FMatrixRMaj(shape.size(0), shape.size(1), true, file.floats(torch)));
  }

  /** An nn.Linear; a bias that PyTorch leaves out is one of zeros here. */
  void linear(String torch, String ours) throws Problem {
    int out = file.get(torch + ".weight", -1, -1).shape().size(0);
    projection(torch + ".weight", 0, out, ours);
    row(torch + ".bias", ours + ".bias", out, 0f);
  }

  /** An nn.LayerNorm. */
  void norm(String torch, String ours) throws Problem {
    int width = file.get(torch + ".weight", -1).shape().size(0);
    row(torch + ".weight", ours + ".gain", width, 1f);
    row(torch + ".bias", ours + ".bias", width, 0f);
  }

  /**
   * An nn.MultiheadAttention, whose three projections are one matrix or three.
   *
   * @param torch with its dot, or empty
   */
  void attention(String torch, String ours, int width) throws Problem {
    String[] parts = {"q", "k", "v"};
    for (int i = 0; i < parts.length; i++) {
      String id = ours + "." + parts[i];
      if (file.has(torch + "in_proj_weight")) {
        projection(torch + "in_proj_weight", i * width, width, id);
      } else {
        projection(torch + parts[i] + "_proj_weight", 0, width, id);
      }
      if (file.has(torch + "in_proj_bias")) {
        float[] biases = file.floats(torch + "in_proj_bias", 3L * width);
        float[] own = Arrays.copyOfRange(biases, i * width, (i + 1) * width);
        put(id + ".bias", new FMatrixRMaj(1, width, true, own));
        part(torch + "in_proj_bias", id + ".bias", i * width, false);
      }
    }
    linear(torch + "out_proj", ours + ".output");
  }

  /**
   * The stacks of an nn.Transformer.
   *
   * @param torch with its dot, or empty
   */
  void stack(String torch, String side, int layers, int width) throws Problem {
    boolean decoder = side.equals("decoder");
    for (int layer = 0; layer < layers; layer++) {
      String from = torch + side + ".layers." + layer + ".";
      String to = side + "." + layer + ".";
      attention(from + "self_attn.", to + "self", width);
      norm(from + "norm1", to + "self.norm");
      if (decoder) {
        attention(from + "multihead_attn.", to + "cross", width);
        norm(from + "norm2", to + "cross.norm");
      }
      linear(from + "linear1", to + "feedforward.hidden");
      linear(from + "linear2", to + "feedforward.output");
      norm(from + (decoder ? "norm3" : "norm2"), to + "feedforward.norm");
    }
    if (file.has(torch + side + ".norm.weight")) {
      norm(torch + side + ".norm", side + ".norm");
    }
  }

  /**
   * One direction of one layer of an nn.LSTM, whose gates stand in the order of ours. PyTorch has
   * two biases, which are only ever added; ours is their sum, and its gradient is that of each.
   *
   * @param torch with its dot
   * @param layer {@code l0}, or {@code l0_reverse}
   */
  void lstm(String torch, String layer, String ours) throws Problem {
    Shape shape = file.get(torch + "weight_hh_" + layer, -1, -1).shape(); // [4h, h]
    int gates = shape.size(0);
    projection(torch + "weight_ih_" + layer, 0, gates, ours + ".projected");
    projection(torch + "weight_hh_" + layer, 0, gates, ours + ".recurrent");
    FMatrixRMaj bias = new FMatrixRMaj(1, gates);
    for (String name : List.of(torch + "bias_ih_" + layer, torch + "bias_hh_" + layer)) {
      if (file.has(name)) {
        float[] own = file.floats(name, gates);
        for (int i = 0; i < gates; i++) {
          bias.data[i] += own[i];
        }
      }
      part(name, ours + ".projected.bias", 0, false);
    }
    put(ours + ".projected.bias", bias);
  }

  private void projection(String torch, int from, int count, String ours) throws Problem {
    float[] numbers = file.floats(torch, -1, -1);
    int in = file.get(torch).shape().size(1);
    FMatrixRMaj weight = new FMatrixRMaj(in, count);
    for (int i = 0; i < in; i++) {
      for (int o = 0; o < count; o++) {
        weight.set(i, o, numbers[(from + o) * in + i]);
      }
    }
    put(ours + ".weight", weight);
    part(torch, ours + ".weight", from * in, true);
  }

  private void row(String torch, String ours, int width, float otherwise) throws Problem {
    FMatrixRMaj row = new FMatrixRMaj(1, width);
    row.fill(otherwise);
    if (file.has(torch)) {
      row.setData(file.floats(torch, width));
    }
    part(torch, ours, 0, false);
    put(ours, row);
  }

  private void put(String id, FMatrixRMaj matrix) {
    matrices.put(TensorId.of(id), matrix);
  }
}
