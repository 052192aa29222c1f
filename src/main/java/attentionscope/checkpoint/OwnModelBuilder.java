package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.model.LanguageModel;
import attentionscope.model.Model;
import attentionscope.model.SelfAttention;
import attentionscope.model.SoftLookup;
import attentionscope.model.Transformer;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.Parameters;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.SeededParameters;
import attentionscope.nn.StoredParameters;
import attentionscope.op.Activation;
import attentionscope.op.Counting;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import attentionscope.tensor.Axis;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/** Makes a model of its written form, checking each size before anything of it is allocated. */
record OwnModelBuilder(String name, Path config, OwnForm form) {

  static final int WIDEST = 16_384;
  static final int DEEPEST = 256;
  private static final int MOST_TOKENS = 1 << 20;
  private static final long MOST_PARAMETERS = 1L << 28;

  OwnModel build() throws Problem {
    if (!form.modelType().equals(OwnForm.MODEL_TYPE)) {
      throw fault("model_type", form.modelType(), OwnForm.MODEL_TYPE);
    }
    List<String> source = form.vocabulary().source();
    List<String> target = form.vocabulary().target().orElse(List.of());
    size("vocabulary.source", source.size(), MOST_TOKENS);
    size("d_model", form.dModel(), WIDEST);
    boolean recurrent = form.kind().isRecurrent();
    if (form.heads().isEmpty() && !recurrent) {
      throw fault("heads", "", "1 … " + WIDEST);
    }
    if (form.recurrent().isEmpty() && recurrent) {
      throw fault("recurrent", "", "{\"cell\": \"lstm\", …}");
    }
    size("heads", heads(), WIDEST);
    size("d_k", dK(), WIDEST);
    size("d_v", dV(), WIDEST);
    Model model =
        switch (form.kind()) {
          case SOFT_LOOKUP -> softLookup(source.size(), target.size());
          case SELF_ATTENTION -> selfAttention(source.size());
          case ENCODER_DECODER -> transformer(source.size(), target);
          case ENCODER_ONLY, DECODER_ONLY -> languageModel(source, target);
          case SEQ2SEQ, RECURRENT_CLASSIFIER, RECURRENT_TAGGER -> recurrent(source.size(), target);
        };
    if (form.longestAnswer().isPresent()) {
      size("longest_answer", form.longestAnswer().get(), MOST_TOKENS);
    }
    return new OwnModel(
        model,
        source,
        target,
        form.example().source(),
        form.example().target().orElse(""),
        form.longestAnswer());
  }

  private Model softLookup(int entries, int questions) throws Problem {
    size("vocabulary.target", questions, MOST_TOKENS);
    long parameters = (long) entries * (dK() + dV()) + (long) questions * dK();
    return new SoftLookup(
        name, entries, questions, dK(), dV(), form.scaled().orElse(true), parameters(parameters));
  }

  private Model recurrent(int vocabulary, List<String> target) throws Problem {
    size("vocabulary.target", target.size(), MOST_TOKENS);
    RecurrentForm written = form.recurrent().orElseThrow();
    RecurrentBuilder builder = new RecurrentBuilder(this, written, vocabulary, target);
    Parameters parameters = parameters(builder.count());
    return switch (form.kind()) {
      case RECURRENT_CLASSIFIER -> builder.classifier(parameters);
      case RECURRENT_TAGGER -> builder.tagger(parameters);
      default -> builder.seq2Seq(parameters);
    };
  }

  private int heads() {
    return form.heads().orElse(1);
  }

  private Model selfAttention(int vocabulary) throws Problem {
    Optional<Axis> output =
        form.outputProjection().orElse(true)
            ? Optional.of(Axis.features(form.dModel()))
            : Optional.empty();
    MultiHeadAttention attention =
        new MultiHeadAttention(
            heads(),
            dK(),
            dV(),
            output,
            form.bias().orElse(true),
            form.scaled().orElse(true),
            positions());
    boolean residual = form.residual().orElse(false);
    if (residual && output.isEmpty() && heads() * dV() != form.dModel()) {
      throw fault("heads x d_v", heads() * dV(), form.dModel());
    }
    long parameters = form.dModel() * ((long) vocabulary + attentionWidth());
    return new SelfAttention(
        name,
        vocabulary,
        form.dModel(),
        attention,
        residual,
        form.lookAhead().orElse(false),
        parameters(parameters));
  }

  private Model transformer(int vocabulary, List<String> target) throws Problem {
    TransformerConfig sizes = stacks(vocabulary, target, encoderLayers(), decoderLayers());
    if (sizes.sharedEmbedding() && !form.vocabulary().source().equals(target)) {
      throw fault("vocabulary.target", target.size(), "vocabulary.source");
    }
    return new Transformer(name, sizes, parameters(count(sizes)), target);
  }

  /** What is predicted are the target's words, or those that it reads. */
  private Model languageModel(List<String> source, List<String> target) throws Problem {
    boolean lookAhead = form.kind() == OwnForm.Kind.DECODER_ONLY;
    List<String> words = target.isEmpty() ? source : target;
    TransformerConfig sizes =
        lookAhead
            ? stacks(source.size(), words, 0, decoderLayers())
            : stacks(source.size(), words, encoderLayers(), 0);
    if (sizes.tiedOutput() && !words.equals(source)) {
      throw fault("vocabulary.target", words.size(), "vocabulary.source");
    }
    return new LanguageModel(name, sizes, lookAhead, parameters(count(sizes)), words);
  }

  private int encoderLayers() throws Problem {
    return size("encoder_layers", form.encoderLayers().orElse(6), DEEPEST);
  }

  private int decoderLayers() throws Problem {
    return size("decoder_layers", form.decoderLayers().orElse(6), DEEPEST);
  }

  private TransformerConfig stacks(
      int vocabulary, List<String> target, int encoderLayers, int decoderLayers) throws Problem {
    size("vocabulary.target", target.size(), MOST_TOKENS);
    int dFf = size("d_ff", form.dFf().orElse(4 * form.dModel()), 4 * WIDEST);
    boolean normFirst = form.normFirst().orElse(false);
    return new TransformerConfig(
        encoderLayers,
        decoderLayers,
        form.dModel(),
        heads(),
        dK(),
        dV(),
        dFf,
        activation(),
        normFirst,
        form.lastNorm().orElse(normFirst),
        form.epsilon().orElse(TransformerConfig.EPSILON),
        form.bias().orElse(true),
        positions(),
        vocabulary,
        target.size(),
        form.sharedEmbedding().orElse(false),
        form.tiedOutput().orElse(false),
        form.scaledEmbedding().orElse(true),
        form.outputBias().orElse(false));
  }

  /** How many numbers the stacks hold at most. */
  private long count(TransformerConfig sizes) {
    long layer = 2L * sizes.dFf() + attentionWidth();
    return form.dModel()
        * (sizes.sourceVocabulary()
            + 2L * sizes.targetVocabulary()
            + layer * (sizes.encoderLayers() + 2L * sizes.decoderLayers()));
  }

  private long attentionWidth() {
    return 2L * heads() * ((long) dK() + dV());
  }

  private int dK() {
    return form.dK().orElse(Math.max(1, form.dModel() / Math.max(1, heads())));
  }

  private int dV() {
    return form.dV().orElse(dK());
  }

  private Activation activation() throws Problem {
    String word = form.activation().orElse(Activation.RELU.kind());
    return Arrays.stream(Activation.values())
        .filter(activation -> activation.kind().equals(word))
        .findFirst()
        .orElseThrow(() -> fault("activation", word, words(Activation.values())));
  }

  private static String words(Activation[] activations) {
    return String.join(", ", Arrays.stream(activations).map(Activation::kind).toList());
  }

  private PositionalEncoding positions() throws Problem {
    if (form.positions().isEmpty()) {
      return new PositionalEncoding.None();
    }
    OwnForm.Positions chosen = form.positions().get();
    double base = chosen.base().orElse(TransformerConfig.BASE);
    if (!(base > 0) || Double.isInfinite(base)) {
      throw fault("positions.base", base, "> 0");
    }
    boolean halves = chosen.layout().equals(Optional.of(OwnForm.Layout.HALVES));
    boolean pairs = !chosen.pairing().equals(Optional.of(OwnForm.Layout.HALVES));
    return switch (chosen.kind()) {
      case NONE -> new PositionalEncoding.None();
      case SINUSOIDAL ->
          new PositionalEncoding.Sinusoidal(
              halves ? Sinusoid.Layout.CONCATENATED : Sinusoid.Layout.INTERLEAVED, base);
      case LEARNED ->
          new PositionalEncoding.Learned(
              size("positions.longest", chosen.longest().orElse(512), MOST_TOKENS));
      case ROTARY -> {
        int turned = chosen.turned().orElse(dK() / 2 * 2);
        if (turned % 2 != 0 || turned < 2 || turned > dK()) {
          throw fault("positions.turned", turned, "2, 4, … " + dK());
        }
        yield new PositionalEncoding.Rotary(
            turned, pairs ? Rotate.Pairing.INTERLEAVED : Rotate.Pairing.HALVES, base);
      }
      case ALIBI -> new PositionalEncoding.LinearBias();
      case BUCKETS -> {
        int buckets = chosen.buckets().orElse(32);
        int farthest = chosen.farthest().orElse(128);
        if (buckets < 4 || buckets > WIDEST || farthest <= buckets / 4) {
          throw fault("positions.buckets", buckets, "4 … " + WIDEST);
        }
        yield new PositionalEncoding.RelativeBuckets(buckets, farthest, true);
      }
      case INTEGERS -> new PositionalEncoding.Counted(Counting.Form.INTEGERS);
      case NORMALISED -> new PositionalEncoding.Counted(Counting.Form.NORMALISED);
      case BINARY -> new PositionalEncoding.Counted(Counting.Form.BINARY);
    };
  }

  private Parameters parameters(long count) throws Problem {
    if (count > MOST_PARAMETERS) {
      throw fault("parameters", count, "≤ " + MOST_PARAMETERS);
    }
    long sources =
        Stream.of(form.seed(), form.parameters(), form.weights())
            .filter(Optional::isPresent)
            .count();
    if (sources != 1) {
      throw fault("seed, parameters, weights", sources, 1);
    }
    if (form.seed().isPresent()) {
      return new SeededParameters(form.seed().get());
    }
    return form.weights().isPresent()
        ? weights(form.weights().get())
        : handmade(form.parameters().orElse(Map.of()));
  }

  /** Every matrix of a safetensors file in the folder of the configuration, by its id. */
  private Parameters weights(String file) throws Problem {
    if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw fault("weights", file, OwnModel.WEIGHTS);
    }
    Matrices matrices = Matrices.read(config.resolveSibling(file));
    return new StoredParameters(matrices.byId(), new Origin.File(file, name));
  }

  private Parameters handmade(Map<String, List<List<Float>>> written) throws Problem {
    Map<TensorId, FMatrixRMaj> matrices = new HashMap<>();
    for (var entry : written.entrySet()) {
      if (!TensorId.isWellFormed(entry.getKey())) {
        throw fault("parameters", entry.getKey(), "encoder.0.self.q.weight, …");
      }
      matrices.put(TensorId.of(entry.getKey()), matrix(entry.getKey(), entry.getValue()));
    }
    return new StoredParameters(matrices, new Origin.Handmade());
  }

  private FMatrixRMaj matrix(String id, List<List<Float>> rows) throws Problem {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    FMatrixRMaj matrix = new FMatrixRMaj(rows.size(), columns);
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).size() != columns) {
        throw fault(id + "[" + row + "]", rows.get(row).size(), columns);
      }
      for (int column = 0; column < columns; column++) {
        matrix.set(row, column, rows.get(row).get(column));
      }
    }
    return matrix;
  }

  int size(String key, int size, int most) throws Problem {
    if (size < 1 || size > most) {
      throw fault(key, size, "1 … " + most);
    }
    return size;
  }

  Problem fault(String key, Object found, Object expected) {
    return new Problem("checkpoint.problem.config-value", config, key, found, expected);
  }
}
