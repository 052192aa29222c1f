package attentionscope.workspace.recurrent;

import attentionscope.trace.TensorId;
import attentionscope.train.Examination;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * What the models that came with the program and know one task make of one text.
 *
 * @param readers those that are known, by their names
 * @param waiting the names of the others
 * @param expected the right answer, as typed; empty where nothing was
 * @param source what they read
 */
public record ReaderStudy(
    List<Reader> readers, List<String> waiting, List<String> expected, List<String> source) {

  /**
   * What one model makes of it.
   *
   * @param model its name
   * @param way how it looks at what it reads
   * @param reversed whether it reads from the last token to the first
   * @param said its own answer, the likeliest word each time
   * @param alignment what it looked at for each word; empty where one vector is all it has
   * @param accuracy on samples that it never learned from
   */
  public record Reader(
      String model,
      Way way,
      boolean reversed,
      List<String> said,
      Optional<Alignment> alignment,
      Examination accuracy) {
    public Reader {
      said = List.copyOf(said);
    }
  }

  /**
   * Weights that a decoder gave to the source.
   *
   * @param id of the weights
   * @param weights a row a word said, a column a word read
   */
  public record Alignment(TensorId id, FMatrixRMaj weights) {}

  /** How a decoder looks at what was read. */
  public enum Way {
    /** At one vector, once. */
    PLAIN,
    /** At one vector, at every step. */
    PEEKY,
    ADDITIVE,
    CONCAT,
    DOT,
    SCALED_DOT,
    GENERAL,
    /** By cross-attention of several heads, and nothing is recurrent. */
    TRANSFORMER;

    /** Its word in keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public ReaderStudy {
    readers = List.copyOf(readers);
    waiting = List.copyOf(waiting);
    expected = List.copyOf(expected);
    source = List.copyOf(source);
  }

  public boolean done() {
    return waiting.isEmpty();
  }

  /** The next one's findings. */
  ReaderStudy with(Reader reader) {
    List<Reader> more = new ArrayList<>(readers);
    more.add(reader);
    return new ReaderStudy(more, waiting.subList(1, waiting.size()), expected, source);
  }
}
