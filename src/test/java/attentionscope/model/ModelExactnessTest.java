package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.LayerStyle;
import attentionscope.nn.Loss;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Activation;
import attentionscope.op.Counting;
import attentionscope.op.Exactness;
import attentionscope.op.Gradients;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import attentionscope.op.Softmax;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every choice a Transformer has: what it shows is what it computed, to the bit. */
class ModelExactnessTest {

  private static final int VOCABULARY = 13;

  static Stream<TransformerConfig> everyConfiguration() {
    List<TransformerConfig> configurations = new ArrayList<>();
    List<PositionalEncoding> encodings =
        List.of(
            new PositionalEncoding.None(),
            new PositionalEncoding.Sinusoidal(Sinusoid.Layout.INTERLEAVED, 10000),
            new PositionalEncoding.Sinusoidal(Sinusoid.Layout.CONCATENATED, 100),
            new PositionalEncoding.Learned(9),
            new PositionalEncoding.Rotary(4, Rotate.Pairing.INTERLEAVED, 10000),
            new PositionalEncoding.Rotary(2, Rotate.Pairing.HALVES, 10000),
            new PositionalEncoding.LinearBias(),
            new PositionalEncoding.LinearBias(true),
            new PositionalEncoding.RelativeBuckets(8, 20, true),
            new PositionalEncoding.Counted(Counting.Form.INTEGERS),
            new PositionalEncoding.Counted(Counting.Form.NORMALISED),
            new PositionalEncoding.Counted(Counting.Form.BINARY));
    List<Activation> activations = List.of(Activation.values());
    for (int i = 0; i < encodings.size(); i++) {
      Activation activation = activations.get(i % activations.size());
      configurations.add(configuration(encodings.get(i), activation, i % 2 == 0, i % 3 == 0));
    }
    configurations.addAll(later());
    return configurations.stream();
  }

  /** Layers that are not of the paper's style. */
  private static List<TransformerConfig> later() {
    return List.of(
        styled(new PositionalEncoding.RelativeBuckets(8, 20, true), LayerStyle.T5, true),
        styled(
            new PositionalEncoding.Rotary(4, Rotate.Pairing.HALVES, 10000),
            new LayerStyle(LayerStyle.NormKind.ROOT_MEAN_SQUARE, true, true, true),
            false),
        styled(
            new PositionalEncoding.None(),
            new LayerStyle(LayerStyle.NormKind.LAYER, false, true, false),
            true));
  }

  private static TransformerConfig styled(
      PositionalEncoding positions, LayerStyle style, boolean normFirst) {
    return new TransformerConfig(
        2,
        1,
        6,
        2,
        4,
        3,
        7,
        normFirst ? Activation.GELU_TANH : Activation.SILU,
        normFirst,
        normFirst,
        1e-3f,
        !normFirst,
        positions,
        VOCABULARY,
        VOCABULARY,
        true,
        false,
        false,
        false,
        style);
  }

  @ParameterizedTest
  @MethodSource("everyConfiguration")
  void explanationsGiveTheStoredBits(TransformerConfig config) throws Problem {
    Exactness.assertExplanationsAreExact(run(config));
  }

  @ParameterizedTest
  @MethodSource("everyConfiguration")
  void whatACellFeedsIsWhatNamesIt(TransformerConfig config) throws Problem {
    Exactness.assertFeedsAgreeWithExplanations(run(config));
  }

  @Test
  void everyOperationIsAmongThem() throws Problem {
    Set<String> computed = new TreeSet<>();
    for (TransformerConfig config : everyConfiguration().toList()) {
      run(config).nodes().forEach(node -> computed.add(nameOf(node.op())));
    }
    for (Trace trace : CachedRunTest.steps().toList()) {
      trace.nodes().forEach(node -> computed.add(nameOf(node.op())));
    }
    for (PositionStudy study : PositionStudyTest.studies().toList()) {
      study.run().nodes().forEach(node -> computed.add(nameOf(node.op())));
    }
    for (RecurrentRuns.Run run : RecurrentRuns.all().toList()) {
      run.trace().nodes().forEach(node -> computed.add(nameOf(node.op())));
    }
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("attentionscope.op")
                .stream()
                .filter(type -> type.isAssignableTo(Op.class) && !type.isInterface())
                .filter(type -> !type.isInnerClass() && !type.isAnonymousClass())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(written, computed);
  }

  private static String nameOf(Op op) {
    return op instanceof Enum<?> constant
        ? constant.getDeclaringClass().getName()
        : op.getClass().getName();
  }

  private static TransformerConfig configuration(
      PositionalEncoding positions, Activation activation, boolean normFirst, boolean tied) {
    return new TransformerConfig(
        2,
        2,
        7,
        3,
        5,
        4,
        11,
        activation,
        normFirst,
        normFirst,
        1e-5f,
        !tied,
        positions,
        VOCABULARY,
        VOCABULARY,
        tied,
        tied,
        tied,
        normFirst);
  }

  /** Two samples of different lengths, so that both have masks and one has padding. */
  static ModelInput input() {
    return new ModelInput(tokens(2, 6, 4), Optional.of(tokens(2, 5, 5)), "");
  }

  private static Trace run(TransformerConfig config) throws Problem {
    ModelInput input = input();
    Predictor model = new Transformer("test", config, new SeededParameters(3), List.of());
    Graph graph = new Graph(Tape.plain(), model.parameters(), droppingOf(config));
    Node logits = model.logits(graph, input);
    Node loss = lossOf(config).of(graph, logits, input.target().orElseThrow().ids());
    Gradients.of(graph.tape(), loss);
    graph.record(
        TensorId.of("probabilities"), new Softmax(), logits.rows(), logits.columns(), logits);
    return graph.tape().finish(new Provenance("test", model.parameters().origin(), "", List.of()));
  }

  /** Every kind of loss is among the configurations. */
  static Loss lossOf(TransformerConfig config) {
    FMatrixRMaj weights = new FMatrixRMaj(1, VOCABULARY);
    for (int word = 0; word < VOCABULARY; word++) {
      weights.set(0, word, 0.5f + word / 8f);
    }
    return new Loss(
        config.normFirst() ? 0.1 : 0,
        config.tiedOutput() ? 2 : -1,
        config.scaledEmbedding() ? Optional.of(weights) : Optional.empty());
  }

  static Graph.Dropping droppingOf(TransformerConfig config) {
    return config.outputBias() ? new Graph.Dropping(0.25, 11) : Graph.Dropping.NOTHING;
  }

  private static Tokens tokens(int samples, int length, int lengthOfLast) {
    List<Integer> ids =
        IntStream.range(0, samples * length).mapToObj(i -> (5 * i + 2) % VOCABULARY).toList();
    List<Boolean> padding = new ArrayList<>(Collections.nCopies(samples * length, false));
    for (int i = (samples - 1) * length + lengthOfLast; i < samples * length; i++) {
      padding.set(i, true);
    }
    return Tokens.unlabelled(samples, ids, padding);
  }
}
