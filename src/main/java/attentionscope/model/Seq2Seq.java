package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Decoding;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.nn.RecurrentStack;
import attentionscope.nn.RecurrentState;
import attentionscope.nn.Timeline;
import attentionscope.op.Given;
import attentionscope.op.Largest;
import attentionscope.op.Lookup;
import attentionscope.op.Softmax;
import attentionscope.tensor.Axis;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The recurrent encoder-decoder (Sutskever et al. 2014), with attention or without (Bahdanau et al.
 * 2014; Luong et al. 2015).
 *
 * <pre>
 *   source tokens                       target tokens, shifted right
 *   embedding                           embedding (+ bottleneck, where it peeks)
 *   N × recurrent ── last states ────→  N × recurrent
 *   states ────────── attention ──────→ context, hidden state
 *                                       logits, probabilities
 * </pre>
 *
 * @param name how the user calls it
 * @param config sizes and choices
 * @param parameters by id
 * @param words what the target's tokens are called, or empty
 */
public record Seq2Seq(String name, Seq2SeqConfig config, Parameters parameters, List<String> words)
    implements Recurrent {

  private static final TensorId SOURCE = TensorId.of("source");
  private static final TensorId TARGET = TensorId.of("target");
  private static final TensorId DECODER = TensorId.of("decoder");

  @Override
  public boolean readsReversed() {
    return config.reversed();
  }

  @Override
  public Seq2Seq fromOtherEnd() {
    return new Seq2Seq(name, config.fromOtherEnd(), parameters, words);
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public boolean writes() {
    return true;
  }

  /** Teacher forcing: the decoder reads the target that is given, whatever it would say itself. */
  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    Tokens target = input.target().orElseThrow(() -> new Problem("model.problem.no-target", name));
    if (target.samples() != input.source().samples()) {
      throw new Problem("model.problem.samples", input.source().samples(), target.samples());
    }
    Decoding decoding = begin(graph, input.source());
    Axis tokens = target.axis(Axis.Role.TARGET_TOKENS);
    Node embedded = embedding().apply(graph, TARGET, tokens, target.ids()); // B·T x d
    return said(graph, TensorId.of("logits"), decoding.all(embedded, Timeline.full(tokens)));
  }

  /**
   * Free generation, greedily: each step reads the most probable token of the step before. The
   * target's nodes are one a step, {@code decoder.step.2.tokens|embedding|logits|probabilities}; in
   * the end {@code logits} and {@code probabilities} hold all steps.
   *
   * @param source what is read
   * @param typed the same as the user wrote it
   * @param start the token that the first step reads
   * @param end the token after which a sample is done; without it, all steps are taken
   * @param most how many steps are taken at most, at least 1
   */
  public Trace generate(
      Tokens source,
      String typed,
      int start,
      OptionalInt end,
      int most,
      List<Intervention> interventions)
      throws Problem {
    Graph graph = new Graph(new Tape(interventions), parameters);
    Decoding decoding = begin(graph, source);
    int samples = source.samples();
    List<Node> tokens = new ArrayList<>();
    List<Node> outputs = new ArrayList<>();
    boolean[] done = new boolean[samples];
    Optional<Node> said = Optional.empty();
    for (int step = 0; step < most && !allOf(done); step++) {
      TensorId id = DECODER.child("step").child(step);
      Node ids = next(graph, id.child("tokens"), said, samples, start);
      Node table = embedding().table(graph);
      Node embedded =
          graph.record(
              id.child("embedding"), new Lookup(), ids.rows(), table.columns(), table, ids);
      Node output = decoding.step(embedded);
      Node logits = said(graph, id.child("logits"), output);
      judge(graph, id.child("probabilities"), logits);
      tokens.add(ids);
      outputs.add(output);
      said = Optional.of(logits);
      for (int sample = 0; sample < samples && end.isPresent(); sample++) {
        done[sample] |= Largest.of(logits.value(), sample) == end.getAsInt();
      }
    }
    List<String> labels =
        IntStream.range(0, samples * tokens.size())
            .mapToObj(row -> tokens.get(row % tokens.size()).rows().label(row / tokens.size()))
            .toList();
    Axis all = new Axis(Axis.Role.TARGET_TOKENS, Axis.Part.NONE, samples, tokens.size(), labels);
    Node output = decoding.gather(outputs, Timeline.full(all));
    judge(graph, TensorId.of("probabilities"), said(graph, TensorId.of("logits"), output));
    return graph.tape().finish(new Provenance(name, parameters.origin(), typed, interventions));
  }

  private static boolean allOf(boolean[] done) {
    for (boolean one : done) {
      if (!one) {
        return false;
      }
    }
    return true;
  }

  /** The tokens that a step reads: the start tokens, or what was most probable before. */
  private Node next(Graph graph, TensorId id, Optional<Node> said, int samples, int start)
      throws Problem {
    if (said.isEmpty()) {
      FMatrixRMaj ids = new FMatrixRMaj(samples, 1);
      ids.fill(start);
      Axis rows = rows(IntStream.range(0, samples).map(sample -> start));
      return graph.record(id, new Given("tokens", ids, new Origin.Rule()), rows, Axis.single());
    }
    FMatrixRMaj logits = said.get().value();
    Axis rows = rows(IntStream.range(0, samples).map(sample -> Largest.of(logits, sample)));
    return graph.record(id, new Largest(), rows, Axis.single(), said.get());
  }

  private Axis rows(IntStream ids) {
    List<String> labels =
        ids.mapToObj(id -> words.isEmpty() ? Integer.toString(id) : words.get(id)).toList();
    return new Axis(Axis.Role.TARGET_TOKENS, Axis.Part.NONE, labels.size(), 1, labels);
  }

  /** Reads the source and makes the decoder ready. */
  private Decoding begin(Graph graph, Tokens source) throws Problem {
    source.check(name, false, false);
    Axis tokens = source.axis(Axis.Role.SOURCE_TOKENS);
    Embedding embedding =
        new Embedding(
            SOURCE.child("embedding.weight"), config.sourceVocabulary(), config.embedding(), false);
    Node x = embedding.apply(graph, SOURCE, tokens, source.ids()); // B·T x d
    Timeline time = new Timeline(tokens, source.padding(), config.reversed());
    RecurrentStack.Encoded encoded =
        config.encoder().encode(graph, TensorId.of("encoder"), x, time);
    return new Decoding(graph, config.decoder(), start(graph, encoded), encoded, time);
  }

  /** What the decoder's layers begin with. */
  private List<RecurrentState> start(Graph graph, RecurrentStack.Encoded encoded) throws Problem {
    List<RecurrentState> handed = encoded.last();
    if (config.handsCell() || handed.getFirst().cell().isEmpty()) {
      return handed;
    }
    Node zeros =
        config
            .decoder()
            .stack()
            .zeros(graph, DECODER.child("start"), encoded.bottleneck().rows())
            .hidden();
    return handed.stream()
        .map(state -> new RecurrentState(state.hidden(), Optional.of(zeros)))
        .toList();
  }

  private Embedding embedding() {
    return new Embedding(
        TARGET.child("embedding.weight"), config.targetVocabulary(), config.embedding(), false);
  }

  private Node said(Graph graph, TensorId id, Node output) throws Problem {
    return new RecurrentOutput(config.targetVocabulary(), words).apply(graph, id, output);
  }

  private static void judge(Graph graph, TensorId id, Node logits) throws Problem {
    graph.record(id, new Softmax(), logits.rows(), logits.columns(), logits);
  }
}
