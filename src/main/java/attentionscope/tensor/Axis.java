package attentionscope.tensor;

import java.util.List;

/**
 * What the rows or the columns of a matrix mean, and what each of them is called.
 *
 * <p>A batch stacks its samples: an axis of 2 samples of length 7 has 14 entries, sample 0 first.
 *
 * @param role what one entry stands for
 * @param part whether the entries ask (queries), are asked (keys), or neither
 * @param samples how many samples are stacked, at least 1
 * @param length entries of one sample
 * @param labels one name an entry, or none at all: then an entry is called by its index
 */
public record Axis(Role role, Part part, int samples, int length, List<String> labels) {

  /** What one entry of an axis stands for. */
  public enum Role {
    SOURCE_TOKENS,
    TARGET_TOKENS,
    POSITIONS,
    FEATURES,
    VOCABULARY,
    /** One entry a sample, as where a sequence has become one vector. */
    SAMPLES,
    SINGLE
  }

  /** The side an axis takes in attention. */
  public enum Part {
    NONE,
    QUERIES,
    KEYS
  }

  public Axis {
    if (samples < 1 || length < 0) {
      throw new IllegalArgumentException("an axis of " + samples + " x " + length);
    }
    labels = List.copyOf(labels);
    if (!labels.isEmpty() && labels.size() != samples * length) {
      throw new IllegalArgumentException(
          labels.size() + " labels for an axis of " + samples + " x " + length);
    }
  }

  /** Entries called by their index. */
  public static Axis of(Role role, int length) {
    return new Axis(role, Part.NONE, 1, length, List.of());
  }

  /** One sample with a label an entry. */
  public static Axis of(Role role, List<String> labels) {
    return new Axis(role, Part.NONE, 1, labels.size(), labels);
  }

  /** The features of a vector, called by their index. */
  public static Axis features(int length) {
    return of(Role.FEATURES, length);
  }

  /** The one row or column of a vector. */
  public static Axis single() {
    return of(Role.SINGLE, 1);
  }

  /** The same entries in the part of queries. */
  public Axis queries() {
    return new Axis(role, Part.QUERIES, samples, length, labels);
  }

  /** The same entries in the part of keys. */
  public Axis keys() {
    return new Axis(role, Part.KEYS, samples, length, labels);
  }

  /**
   * The columns of a scores matrix over these keys. With several samples a column is a key index
   * within the row's own sample, so the columns then have no tokens of their own.
   */
  public Axis keyColumns() {
    return new Axis(role, Part.KEYS, 1, length, samples == 1 ? labels : List.of());
  }

  public int size() {
    return samples * length;
  }

  /** The sample an entry belongs to. */
  public int sampleOf(int index) {
    return index / length;
  }

  /** The name of an entry: its label, or its index within its sample. */
  public String label(int index) {
    return labels.isEmpty() ? Integer.toString(index % Math.max(1, length)) : labels.get(index);
  }
}
