package attentionscope.bench;

import attentionscope.files.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What is measured. */
public enum Work {
  PAPER_BASE(
      "paper base, 32 source + 32 target tokens, everything retained",
      Peer.LIBTORCH,
      "nn.Transformer's steps, every head's attention weights kept, no autograd",
      0.8,
      "3g") {
    @Override
    Row row() throws Problem {
      return TransformerRow.paperBase();
    }
  },
  GPT2_SMALL(
      "GPT-2-small shape, 64 tokens, everything retained",
      Peer.LIBTORCH,
      "one Q-K-V product, every head's attention weights kept, no autograd; gelu with erf on both"
          + " sides",
      0.9,
      "3g") {
    @Override
    Row row() throws Problem {
      return LanguageRow.gpt2Small();
    }
  },
  GPT2_CACHED(
      "GPT-2-small shape, one more token with cache at position 64",
      Peer.LIBTORCH,
      "cached keys and values concatenated with the new ones, every head's attention weights kept,"
          + " no autograd",
      0.9,
      "3g") {
    @Override
    Row row() throws Problem {
      return new CachedRow();
    }
  },
  LESSON(
      "lesson model (2+2 layers, 64, 4 heads, 12 tokens), everything retained",
      Peer.LIBTORCH,
      "nn.Transformer's steps, every head's attention weights kept, no autograd; feed-forward 256",
      0.1,
      "1g") {
    @Override
    Row row() throws Problem {
      return TransformerRow.lesson();
    }
  },
  TRAIN_TRANSFORMER(
      "training step, 2+2 layers, d 64, 4 heads, ff 256, batch 64, length 12",
      Peer.LIBTORCH,
      "autograd; nn.Transformer's steps, cross-entropy, Adam tensor by tensor in native code",
      0.5,
      "2g") {
    @Override
    Row row() throws Problem {
      return new TransformerTrainingRow();
    }
  },
  TRAIN_LSTM(
      "training step, LSTM with dot attention, hidden 128, batch 128, 29 -> 10",
      Peer.LIBTORCH,
      "autograd; nn.LSTM (libtorch's own), cross-entropy, Adam tensor by tensor in native code",
      0.5,
      "2g") {
    @Override
    Row row() throws Problem {
      return new RecurrentTrainingRow();
    }
  },
  LONG_ATTENTION(
      "one self-attention layer, 12 heads, 4,096 tokens, weights of one head kept",
      Peer.LIBTORCH,
      "the steps of nn.MultiheadAttention head by head, so that eleven heads' weights are freed at"
          + " once; ours by the kernels alone, without a trace, in a heap of 1 GB at most",
      1.0,
      "1g") {
    @Override
    Row row() {
      return new LongAttentionRow();
    }
  },
  PRODUCT(
      "64x768x3072 product",
      Peer.EJML,
      "EJML's multi-threaded product (CommonOps_MT_FDRM)",
      0.15,
      "1g") {
    @Override
    Row row() {
      return new ProductRow();
    }
  };

  /** Who it is measured against. */
  enum Peer {
    LIBTORCH("libtorch"),
    EJML("EJML multi-threaded");

    final String title;

    Peer(String title) {
      this.title = title;
    }
  }

  final String title;
  final Peer peer;
  final String description;
  final double limit;
  final String heap;

  /**
   * @param title what is done
   * @param peer who else does it
   * @param description how the peer does it
   * @param limit the ratio of our time to the peer's that is asked for
   * @param heap the most that the Java heap may grow to
   */
  Work(String title, Peer peer, String description, double limit, String heap) {
    this.title = title;
    this.peer = peer;
    this.description = description;
    this.limit = limit;
    this.heap = heap;
  }

  /** Both sides, ready to run. */
  abstract Row row() throws Problem;

  /** Whether one of the words occurs in the name; without words all are meant. */
  boolean isNamedBy(String[] words) {
    return words.length == 0
        || Arrays.stream(words).anyMatch(word -> name().contains(word.toUpperCase(Locale.ROOT)));
  }
}
