package attentionscope.workspace.recurrent;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Recurrent;
import attentionscope.model.RecurrentClassifier;
import attentionscope.model.RecurrentReader;
import attentionscope.model.RecurrentTagger;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Seq2SeqConfig;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.AttentionScore;
import attentionscope.nn.AttentionWindow;
import attentionscope.nn.Loss;
import attentionscope.nn.Parameters;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Largest;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Watcher;
import attentionscope.train.Batch;
import attentionscope.workspace.recurrent.GradientStudy.Curve;
import attentionscope.workspace.recurrent.GradientStudy.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs recurrent models backwards through time on one text.
 *
 * @param model the one that is open
 * @param input what it reads
 * @param expected for each row of its logits what should come there
 */
record Backwards(Recurrent model, ModelInput input, List<Integer> expected) {

  private static final long SEED = 1;
  private static final TensorId LOGITS = TensorId.of("logits");
  private static final TensorId EMBEDDING = TensorId.of("grad/source.embedding");

  Backwards {
    expected = List.copyOf(expected);
  }

  /**
   * A decoder should say the target. Of a text that has no target the loss is that of what the
   * model itself finds likeliest: of a classifier its class, of a tagger the tag of the word read
   * last, so that it is seen how far back that reaches.
   *
   * @param last what should come behind a decoder's last word, or {@link Batch#NOTHING}
   */
  static Backwards of(Recurrent model, ModelInput input, int last) throws Problem {
    return new Backwards(
        model,
        input,
        input.target().isPresent()
            ? next(input.target().get().ids(), last)
            : ownAnswer(model, input));
  }

  private static List<Integer> next(List<Integer> read, int last) {
    List<Integer> expected = new ArrayList<>(read.subList(1, read.size()));
    expected.add(last);
    return expected;
  }

  private static List<Integer> ownAnswer(Recurrent model, ModelInput input) throws Problem {
    Node logits = model.run(input, List.of()).get(LOGITS);
    int rows = logits.value().numRows;
    int row = model.readsReversed() ? 0 : rows - 1;
    List<Integer> expected = new ArrayList<>(Collections.nCopies(rows, Batch.NOTHING));
    expected.set(row, Largest.of(logits.value(), row));
    return expected;
  }

  /** Which curves there are: a tagger has no attention. */
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
    if (model instanceof RecurrentTagger) {
      kinds.remove(Kind.ATTENTION);
    }
    return kinds;
  }

  /** Whether anything is expected, so that there is a loss. */
  boolean hasLoss() {
    return expected.stream().anyMatch(id -> id != Batch.NOTHING);
  }

  /**
   * @param changes to the run of the model that is open
   */
  Curve curve(Kind kind, List<Intervention> changes) throws Problem {
    Recurrent other = kind == Kind.OWN ? model : drawn(kind);
    List<Intervention> made = kind == Kind.OWN ? changes : List.of();
    return Curve.of(
        kind,
        other
            .runBackwards(input, expected, Loss.ignoring(Batch.NOTHING), made, Watcher.NOBODY)
            .get(EMBEDDING));
  }

  /** One layer in one direction, nothing learned; sizes, words and the end where it begins stay. */
  private Recurrent drawn(Kind kind) {
    RecurrentCell cell =
        switch (kind) {
          case RNN -> RecurrentCell.RNN;
          case GRU -> RecurrentCell.GRU;
          case LSTM, OPEN, ATTENTION, OWN -> RecurrentCell.LSTM;
        };
    boolean attends = kind == Kind.ATTENTION;
    Parameters seeded = new SeededParameters(SEED);
    Parameters parameters = kind == Kind.OPEN ? new OpenGates(seeded) : seeded;
    return switch (model) {
      case Seq2Seq own -> {
        Seq2SeqConfig size = own.config();
        yield new Seq2Seq(
            own.name(),
            new Seq2SeqConfig(
                cell,
                1,
                size.embedding(),
                size.width(),
                false,
                false,
                size.reversed(),
                true,
                false,
                attends ? Optional.of(attention(size.attention(), size.width())) : Optional.empty(),
                attends ? size.attentional() : Optional.empty(),
                attends ? size.feed() : AttentionFeed.NOTHING,
                size.sourceVocabulary(),
                size.targetVocabulary()),
            parameters,
            own.words());
      }
      case RecurrentClassifier own ->
          new RecurrentClassifier(
              own.name(), reader(own.config(), cell, attends), parameters, own.words());
      case RecurrentTagger own ->
          new RecurrentTagger(
              own.name(), reader(own.config(), cell, false), parameters, own.words());
    };
  }

  private static RecurrentReader reader(RecurrentReader size, RecurrentCell cell, boolean attends) {
    return new RecurrentReader(
        cell,
        1,
        size.embedding(),
        size.width(),
        false,
        false,
        size.reversed(),
        attends ? Optional.of(attention(size.attention(), size.width())) : Optional.empty(),
        size.vocabulary(),
        size.classes());
  }

  /** The model's own, or dot products where it has none. */
  private static RecurrentAttention attention(Optional<RecurrentAttention> own, int width) {
    return own.orElseGet(
        () ->
            new RecurrentAttention(
                AttentionScore.DOT, width, AttentionWindow.GLOBAL, AttentionChoice.SOFT));
  }
}
