package attentionscope.checkpoint.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.checkpoint.ArrayFiles;
import attentionscope.checkpoint.InputArrays;
import attentionscope.files.Problem;
import attentionscope.model.HiddenStates;
import attentionscope.model.LanguageModel;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.model.Transformer;
import attentionscope.nn.Parameters;
import attentionscope.tensor.MappedMatrix;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights that stay in their file give the very bits that copies of them give. */
@Tag("reference")
class MappedRunTest {

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> entries = Files.list(ReferenceFolder.find().resolve("hf"))) {
      return entries.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  /** The same parameters, in memory. */
  private record Copied(Parameters parameters) implements Parameters {
    @Override
    public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem {
      return parameters.matrix(id, rows, columns, kind).copy();
    }

    @Override
    public Origin origin(TensorId id) {
      return parameters.origin(id);
    }

    @Override
    public Origin origin() {
      return parameters.origin();
    }
  }

  private static Model inMemory(Model model) {
    return switch (model) {
      case LanguageModel m ->
          new LanguageModel(m.name(), m.body(), m.head(), new Copied(m.parameters()));
      case Transformer m ->
          new Transformer(m.name(), m.body(), m.head(), new Copied(m.parameters()));
      case HiddenStates m ->
          new HiddenStates(m.name(), m.body(), m.tails(), new Copied(m.parameters()));
      default -> throw new AssertionError(model);
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMatrixOfARunHasTheSameBits(Path folder) throws Problem {
    Model model = HuggingFaceCheckpoint.open("it", folder).model();
    ModelInput input = InputArrays.read(ArrayFiles.read(folder.resolve("expected.safetensors")));
    Trace mapped = model.run(input, List.of());
    Trace copied = inMemory(model).run(input, List.of());
    assertEquals(ids(copied), ids(mapped));
    int stayed = 0;
    for (Node node : mapped.nodes()) {
      FMatrixRMaj other = copied.get(node.id()).value();
      assertTrue(Arrays.equals(other.data, node.value().copy().data), node::toString);
      if (node.op().kind().equals("parameter") && node.value().numRows > 1) {
        assertInstanceOf(MappedMatrix.class, node.value(), node::toString);
        stayed++;
      }
    }
    assertTrue(stayed > 3);
  }

  private static List<TensorId> ids(Trace trace) {
    return trace.nodes().stream().map(Node::id).toList();
  }
}
