package attentionscope.workspace;

import attentionscope.model.generation.Choice;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model has written behind what was typed, and how it chooses what comes next.
 *
 * @param way how a token is chosen
 * @param temperature what scores are divided by
 * @param topK how many of the likeliest tokens are left; 0: all
 * @param topP how likely together those must be that are left; 1: all are
 * @param seed of what is drawn
 * @param written the ids of all that was written, in order
 * @param shown how many of those are read by the run: one can go back and forth
 * @param watched the head whose newest row is looked at, {@code decoder.0.self.head.2}
 */
public record Writing(
    Way way,
    double temperature,
    int topK,
    double topP,
    long seed,
    List<Integer> written,
    int shown,
    Optional<TensorId> watched) {

  public static final double COLDEST = 0.05;
  public static final double HOTTEST = 5;
  public static final double LEAST_P = 0.01;
  public static final int MOST_K = 1000;
  public static final long LARGEST_SEED = 999_999;

  /** How much a file may say was written. */
  public static final int LONGEST = 2048;

  private static final String HEAD = ".head.";

  /** As it is before the user chooses. */
  public static final Writing PLAIN =
      new Writing(Way.GREEDY, 1, 0, 1, 1, List.of(), 0, Optional.empty());

  /** How a token is chosen. */
  public enum Way {
    /** The likeliest. */
    GREEDY,
    /** By chance. */
    SAMPLE;

    /** Its word in files and keys of texts. */
    public String key() {
      return this == GREEDY ? "greedy" : "sample";
    }
  }

  /** Every setting is brought within its bounds. */
  public Writing {
    temperature = Math.clamp(temperature, COLDEST, HOTTEST);
    topK = Math.clamp(topK, 0, MOST_K);
    topP = Math.clamp(topP, LEAST_P, 1);
    seed = Math.clamp(seed, 0, LARGEST_SEED);
    written = List.copyOf(written);
    shown = Math.clamp(shown, 0, written.size());
  }

  /** What the run reads of what was written. */
  public List<Integer> read() {
    return written.subList(0, shown);
  }

  /** The choice of the next token. */
  public Choice choice() {
    return switch (way) {
      case GREEDY -> new Choice.Greedy();
      case SAMPLE -> new Choice.Sampled(temperature, topK, topP, seed);
    };
  }

  /** One token more behind what is shown; what was written from there on is gone. */
  public Writing with(int token) {
    List<Integer> longer = new ArrayList<>(read());
    longer.add(token);
    return withWritten(longer, longer.size());
  }

  /** Back or forth in what was written. */
  public Writing showing(int count) {
    return withWritten(written, count);
  }

  /** Nothing is written, the choice as it is. */
  public Writing begun() {
    return withWritten(List.of(), 0);
  }

  public Writing withWritten(List<Integer> tokens, int count) {
    return new Writing(way, temperature, topK, topP, seed, tokens, count, watched);
  }

  public Writing withWatched(Optional<TensorId> head) {
    return new Writing(way, temperature, topK, topP, seed, written, shown, head);
  }

  /** Looking at a matrix: where it is one of a head, that head. */
  public Writing lookingAt(TensorId matrix) {
    String path = matrix.path();
    int head = path.indexOf(HEAD);
    if (head < 0) {
      return this;
    }
    int end = path.indexOf('.', head + HEAD.length());
    return withWatched(Optional.of(TensorId.of(end < 0 ? path : path.substring(0, end))));
  }

  public Writing withWay(Way other) {
    return chosenOtherwise(
        new Writing(other, temperature, topK, topP, seed, read(), shown, watched));
  }

  public Writing withTemperature(double other) {
    return chosenOtherwise(new Writing(way, other, topK, topP, seed, read(), shown, watched));
  }

  public Writing withTopK(int other) {
    return chosenOtherwise(
        new Writing(way, temperature, other, topP, seed, read(), shown, watched));
  }

  public Writing withTopP(double other) {
    return chosenOtherwise(
        new Writing(way, temperature, topK, other, seed, read(), shown, watched));
  }

  public Writing withSeed(long other) {
    return chosenOtherwise(
        new Writing(way, temperature, topK, topP, other, read(), shown, watched));
  }

  /** What was written beyond what is shown was chosen in another way, unless nothing changes. */
  private Writing chosenOtherwise(Writing other) {
    return other.choice().equals(choice()) ? this : other;
  }
}
