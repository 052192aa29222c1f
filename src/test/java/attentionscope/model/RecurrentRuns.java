package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.AttentionScore;
import attentionscope.nn.AttentionWindow;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Gradients;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Recurrent models of every choice there is, on two samples of which one has padding. */
final class RecurrentRuns {

  static final int VOCABULARY = 11;
  static final int START = 1;

  /** A run and what is special about it. */
  record Run(String what, Trace trace) {
    @Override
    public String toString() {
      return what;
    }
  }

  private RecurrentRuns() {}

  static Stream<Run> all() throws Problem {
    List<Run> runs = new ArrayList<>();
    for (Seq2SeqConfig config : configurations()) {
      runs.add(learning("forced " + config, seq2Seq(config), input().target().orElseThrow().ids()));
    }
    runs.add(manyTokens());
    runs.add(new Run("generated", generated(configurations().getLast())));
    for (boolean attention : new boolean[] {false, true}) {
      RecurrentReader reader = reader(attention);
      runs.add(learning("classifier " + reader, classifier(reader), List.of(2, 0)));
    }
    List<Integer> tags = input().source().ids().stream().map(id -> id % 3).toList();
    runs.add(learning("tagger", tagger(), tags));
    return runs.stream();
  }

  static Predictor classifier(RecurrentReader reader) {
    return new RecurrentClassifier("test", reader, new SeededParameters(5), List.of());
  }

  static Predictor tagger() {
    List<String> tags = List.of("a", "b", "c");
    return new RecurrentTagger("test", reader(false), new SeededParameters(5), tags);
  }

  /** A run with its backward pass; cells are left out between layers. */
  private static Run learning(String what, Predictor model, List<Integer> targets) throws Problem {
    Graph.Dropping dropping = new Graph.Dropping(0.25, 6);
    Graph graph = new Graph(Tape.plain(), model.parameters(), dropping);
    Node logits = model.logits(graph, input());
    Gradients.of(graph.tape(), Loss.ignoring(-1).of(graph, logits, targets));
    Provenance provenance = new Provenance("test", model.parameters().origin(), "", List.of());
    return new Run(what, graph.tape().finish(provenance));
  }

  /** More tokens than words, as in a batch that is learned from. */
  private static Run manyTokens() throws Problem {
    Seq2Seq model = seq2Seq(bidirectional(RecurrentCell.LSTM));
    Graph graph = new Graph(Tape.plain(), model.parameters());
    Node logits = model.logits(graph, many());
    Loss loss = Loss.ignoring(-1);
    Gradients.of(graph.tape(), loss.of(graph, logits, many().target().orElseThrow().ids()));
    Provenance provenance = new Provenance("test", model.parameters().origin(), "", List.of());
    return new Run("many tokens", graph.tape().finish(provenance));
  }

  static ModelInput many() {
    return new ModelInput(tokens(3, 5, 3), Optional.of(tokens(3, 4, 4)), "");
  }

  static Trace generated(Seq2SeqConfig config) throws Problem {
    return seq2Seq(config).generate(input().source(), "", START, OptionalInt.empty(), 3, List.of());
  }

  static Seq2Seq seq2Seq(Seq2SeqConfig config) {
    return new Seq2Seq("test", config, new SeededParameters(4), List.of());
  }

  static ModelInput input() {
    return new ModelInput(tokens(2, 5, 3), Optional.of(tokens(2, 4, 4)), "");
  }

  static Tokens tokens(int samples, int length, int lengthOfLast) {
    List<Integer> ids =
        IntStream.range(0, samples * length).mapToObj(i -> (7 * i + 3) % VOCABULARY).toList();
    List<Boolean> padding = new ArrayList<>(Collections.nCopies(samples * length, false));
    for (int i = (samples - 1) * length + lengthOfLast; i < samples * length; i++) {
      padding.set(i, true);
    }
    return Tokens.unlabelled(samples, ids, padding);
  }

  static RecurrentReader reader(boolean attention) {
    return new RecurrentReader(
        RecurrentCell.LSTM,
        2,
        5,
        4,
        attention,
        !attention,
        false,
        attention ? Optional.of(attention(AttentionScore.ADDITIVE)) : Optional.empty(),
        VOCABULARY,
        3);
  }

  /** Every cell, score, window and choice, and every switch on and off. */
  static List<Seq2SeqConfig> configurations() {
    List<Seq2SeqConfig> all = new ArrayList<>();
    for (RecurrentCell cell : RecurrentCell.values()) {
      all.add(config(cell, 1, Optional.empty(), Optional.empty()));
      all.add(bidirectional(cell));
    }
    for (AttentionScore score : AttentionScore.values()) {
      all.add(config(RecurrentCell.LSTM, 1, Optional.of(attention(score)), Optional.empty()));
    }
    AttentionWindow going = new AttentionWindow(AttentionWindow.Kind.MONOTONIC, 1);
    AttentionWindow predicted = new AttentionWindow(AttentionWindow.Kind.PREDICTED, 2);
    AttentionChoice largest = new AttentionChoice(AttentionChoice.Kind.LARGEST, 0);
    AttentionChoice drawn = new AttentionChoice(AttentionChoice.Kind.DRAWN, 9);
    for (RecurrentAttention attention :
        List.of(
            attention(AttentionScore.GENERAL, going, AttentionChoice.SOFT),
            attention(AttentionScore.DOT, predicted, AttentionChoice.SOFT),
            attention(AttentionScore.DOT, AttentionWindow.GLOBAL, largest),
            attention(AttentionScore.ADDITIVE, AttentionWindow.GLOBAL, drawn))) {
      all.add(config(RecurrentCell.GRU, 2, Optional.of(attention), Optional.of(3)));
    }
    AttentionFeed next = AttentionFeed.NEXT_STEP;
    all.add(fed(attention(AttentionScore.SCALED_DOT), Optional.empty(), next));
    all.add(fed(attention(AttentionScore.CONCAT, going, drawn), Optional.of(3), next));
    all.add(fed(attention(AttentionScore.ADDITIVE), Optional.empty(), AttentionFeed.OWN_STEP));
    return all;
  }

  static RecurrentAttention attention(AttentionScore score) {
    return attention(score, AttentionWindow.GLOBAL, AttentionChoice.SOFT);
  }

  private static RecurrentAttention attention(
      AttentionScore score, AttentionWindow window, AttentionChoice choice) {
    return new RecurrentAttention(score, 3, window, choice);
  }

  private static Seq2SeqConfig config(
      RecurrentCell cell,
      int layers,
      Optional<RecurrentAttention> attention,
      Optional<Integer> attentional) {
    return new Seq2SeqConfig(
        cell,
        layers,
        5,
        4,
        false,
        layers > 1,
        attention.isEmpty(),
        attention.isPresent(),
        attention.isEmpty(),
        attention,
        attentional,
        AttentionFeed.NOTHING,
        VOCABULARY,
        VOCABULARY);
  }

  private static Seq2SeqConfig bidirectional(RecurrentCell cell) {
    return new Seq2SeqConfig(
        cell,
        2,
        5,
        3,
        true,
        true,
        false,
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        AttentionFeed.NOTHING,
        VOCABULARY,
        VOCABULARY);
  }

  private static Seq2SeqConfig fed(
      RecurrentAttention attention, Optional<Integer> attentional, AttentionFeed feed) {
    return new Seq2SeqConfig(
        RecurrentCell.LSTM,
        2,
        5,
        3,
        true,
        true,
        true,
        true,
        true,
        Optional.of(attention),
        attentional,
        feed,
        VOCABULARY,
        VOCABULARY);
  }
}
