package attentionscope.train.task;

import java.util.List;

/** A source of samples to learn from, made from a seed. */
public interface Task {
  /** Fills a sequence up to the length of its batch; id 0 of every vocabulary but a LABEL's. */
  String PAD = "<pad>";

  /** Stands before what a decoder writes. */
  String START = "<start>";

  /** Follows what a decoder has written. */
  String END = "<end>";

  /** Hides a word that is to be found. */
  String MASK = "<mask>";

  /** Parts a source from its target where both are one text. */
  String BECOMES = "<becomes>";

  /** Stands for a blank where a character is a word, so that it can be seen and typed. */
  String BLANK = "·";

  /** The name by which commands, recipes and {@link Tasks} know it. */
  String name();

  Kind kind();

  /** The words of sources; a word's id is its place. {@link #PAD} is the first. */
  List<String> sourceWords();

  /**
   * The words of targets; a word's id is its place. {@link #PAD} is the first but for LABEL, whose
   * words are the classes; {@link #START} and {@link #END} follow for PAIRS.
   */
  List<String> targetWords();

  /** The most words of a source. */
  int longestSource();

  /** The most words of a target, without {@link #START} and {@link #END} of a PAIRS task. */
  int longestTarget();

  /**
   * Whether {@link #END} follows a target of a PAIRS task. It does not where all targets are
   * equally long, filled up with {@link #BLANK}. Samples of PAIRS hold neither START nor END.
   */
  default boolean ends() {
    return kind() == Kind.PAIRS;
  }

  /**
   * A sample: always the same one for the same arguments. Samples of {@link Part#TRAIN} are never
   * in {@link Part#TEST}; within a part one may come again.
   *
   * @param index which sample, from 0
   */
  Sample sample(long seed, long index, Part part);
}
