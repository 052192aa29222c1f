package attentionscope.workspace;

import attentionscope.model.generation.Choice;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param beams how a beam search goes on
 * @param below what stands below the choice
 */
public record Writing(
    Way way,
    double temperature,
    int topK,
    double topP,
    long seed,
    List<Integer> written,
    int shown,
    Optional<TensorId> watched,
    Beams beams,
    Below below) {

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
      new Writing(
          Way.GREEDY, 1, 0, 1, 1, List.of(), 0, Optional.empty(), Beams.PLAIN, Below.ATTENTION);

  /** How a token is chosen. */
  public enum Way {
    /** The likeliest. */
    GREEDY,
    /** By chance. */
    SAMPLE,
    /** The likeliest of several at once: a beam search. */
    BEAM;

    /** Its word in files and keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is shown below the choice of the next token. */
  public enum Below {
    /** What the newest token looks at. */
    ATTENTION,
    /** The keys and values that are kept. */
    CACHE;

    /** Its word in files and keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
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
    beams = beams.from() > written.size() ? beams.from(written.size()) : beams;
  }

  /** What the run reads of what was written. */
  public List<Integer> read() {
    return written.subList(0, shown);
  }

  /** The choice of the next token; a beam search ranks tokens as they are likely. */
  public Choice choice() {
    return switch (way) {
      case GREEDY, BEAM -> new Choice.Greedy();
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
    return new Writing(way, temperature, topK, topP, seed, tokens, count, watched, beams, below);
  }

  public Writing withWatched(Optional<TensorId> head) {
    return new Writing(way, temperature, topK, topP, seed, written, shown, head, beams, below);
  }

  public Writing withBeams(Beams other) {
    return new Writing(way, temperature, topK, topP, seed, written, shown, watched, other, below);
  }

  public Writing withBelow(Below other) {
    return new Writing(way, temperature, topK, topP, seed, written, shown, watched, beams, other);
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

  /** Another way; a search begins behind what is shown. */
  public Writing withWay(Way other) {
    if (other == way) {
      return this;
    }
    Beams now = other == Way.BEAM ? beams.from(shown) : beams;
    return new Writing(other, temperature, topK, topP, seed, read(), shown, watched, now, below);
  }

  public Writing withTemperature(double other) {
    return drawnBy(other, topK, topP, seed);
  }

  public Writing withTopK(int other) {
    return drawnBy(temperature, other, topP, seed);
  }

  public Writing withTopP(double other) {
    return drawnBy(temperature, topK, other, seed);
  }

  public Writing withSeed(long other) {
    return drawnBy(temperature, topK, topP, other);
  }

  /** What was written beyond what is shown was chosen in another way, unless nothing changes. */
  private Writing drawnBy(double otherTemperature, int otherK, double otherP, long otherSeed) {
    Writing other =
        new Writing(
            way, otherTemperature, otherK, otherP, otherSeed, read(), shown, watched, beams, below);
    return other.choice().equals(choice()) ? this : other;
  }

  /** Whether both have the same beam search before them. */
  boolean searchesAs(Writing other) {
    return way == Way.BEAM
        && other.way == Way.BEAM
        && beams.searchAs(other.beams)
        && written.subList(0, beams.from()).equals(other.written.subList(0, beams.from()));
  }
}
