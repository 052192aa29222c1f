package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.RecurrentClassifier;
import attentionscope.model.RecurrentReader;
import attentionscope.model.RecurrentTagger;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Seq2SeqConfig;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.AttentionScore;
import attentionscope.nn.AttentionWindow;
import attentionscope.nn.Parameters;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import java.util.List;
import java.util.Optional;

/**
 * Makes a recurrent model of its written form.
 *
 * @param own the whole configuration
 * @param form the part that is about this
 * @param vocabulary how many words the source has
 * @param target words of the target, or what is said about a sequence
 */
record RecurrentBuilder(
    OwnModelBuilder own, RecurrentForm form, int vocabulary, List<String> target) {

  private static final int WIDEST = OwnModelBuilder.WIDEST;

  /** How many numbers the model holds at most. */
  long count() throws Problem {
    long state = 2L * width();
    long inputs = embedding() + 3 * state; // a peeky, fed decoder reads all of these
    long layer = cell().gates() * state * (inputs + state);
    long attention = state * (4 * state + own.size("recurrent.attention.width", dA(), WIDEST));
    return 2L * layers() * layer
        + attention
        + (long) embedding() * (vocabulary + target.size())
        + 3 * state * target.size();
  }

  Model seq2Seq(Parameters parameters) throws Problem {
    AttentionFeed feed =
        AttentionFeed.valueOf(form.feed().orElse(RecurrentForm.Feed.NOTHING).name());
    if (feed != AttentionFeed.NOTHING && form.attention().isEmpty()) {
      throw own.fault("recurrent.attention", "", "{\"score\": \"additive\", …}");
    }
    if (form.attentional().isPresent()) {
      own.size("recurrent.attentional", form.attentional().get(), WIDEST);
    }
    Seq2SeqConfig config =
        new Seq2SeqConfig(
            cell(),
            layers(),
            embedding(),
            width(),
            form.bidirectional().orElse(false),
            form.skip().orElse(false),
            form.reversed().orElse(false),
            form.handsCell().orElse(true),
            form.peeky().orElse(false),
            attention(),
            form.attentional(),
            feed,
            vocabulary,
            target.size());
    return new Seq2Seq(own.name(), config, parameters, target);
  }

  Model classifier(Parameters parameters) throws Problem {
    return new RecurrentClassifier(own.name(), reader(attention()), parameters, target);
  }

  Model tagger(Parameters parameters) throws Problem {
    if (form.attention().isPresent()) {
      throw own.fault("recurrent.attention", "recurrent-tagger", "seq2seq, recurrent-classifier");
    }
    return new RecurrentTagger(own.name(), reader(Optional.empty()), parameters, target);
  }

  private RecurrentReader reader(Optional<RecurrentAttention> attention) throws Problem {
    return new RecurrentReader(
        cell(),
        layers(),
        embedding(),
        width(),
        form.bidirectional().orElse(false),
        form.skip().orElse(false),
        form.reversed().orElse(false),
        attention,
        vocabulary,
        target.size());
  }

  private RecurrentCell cell() {
    return switch (form.cell()) {
      case RNN -> RecurrentCell.RNN;
      case GRU -> RecurrentCell.GRU;
      case LSTM -> RecurrentCell.LSTM;
    };
  }

  private int layers() throws Problem {
    return own.size("recurrent.layers", form.layers().orElse(1), OwnModelBuilder.DEEPEST);
  }

  private int embedding() {
    return own.form().dModel();
  }

  private int width() throws Problem {
    return own.size("recurrent.width", form.width().orElse(embedding()), WIDEST);
  }

  /** d_a, the width in which additive scores compare. */
  private int dA() throws Problem {
    int width = width();
    return form.attention().flatMap(RecurrentForm.Attention::width).orElse(width);
  }

  private Optional<RecurrentAttention> attention() throws Problem {
    if (form.attention().isEmpty()) {
      return Optional.empty();
    }
    RecurrentForm.Attention written = form.attention().get();
    return Optional.of(
        new RecurrentAttention(
            AttentionScore.valueOf(written.score().name()),
            dA(),
            window(written),
            choice(written)));
  }

  private AttentionWindow window(RecurrentForm.Attention written) throws Problem {
    AttentionWindow.Kind kind =
        AttentionWindow.Kind.valueOf(written.window().orElse(RecurrentForm.Window.GLOBAL).name());
    return kind == AttentionWindow.Kind.GLOBAL
        ? AttentionWindow.GLOBAL
        : new AttentionWindow(
            kind, own.size("recurrent.attention.reach", written.reach().orElse(2), WIDEST));
  }

  private static AttentionChoice choice(RecurrentForm.Attention written) {
    AttentionChoice.Kind kind =
        AttentionChoice.Kind.valueOf(written.choice().orElse(RecurrentForm.Choice.SOFT).name());
    return new AttentionChoice(kind, written.seed().orElse(0L));
  }
}
