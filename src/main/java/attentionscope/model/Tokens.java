package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Token ids of one sequence, or of several of one length stacked.
 *
 * @param samples how many sequences
 * @param ids samples x length, one sample after the other
 * @param padding for each id whether it only fills up
 * @param labels for each id what it is called
 * @param places for each id its position, where somebody said; empty: the model counts itself
 * @param types for each id which kind of token it is, where somebody said; else empty
 */
public record Tokens(
    int samples,
    List<Integer> ids,
    List<Boolean> padding,
    List<String> labels,
    List<Integer> places,
    List<Integer> types) {

  public Tokens {
    int count = ids.size();
    if (count != padding.size() || count != labels.size() || count % samples != 0) {
      throw new IllegalArgumentException(
          "%d ids, %d paddings and %d labels in %d samples"
              .formatted(count, padding.size(), labels.size(), samples));
    }
    for (List<Integer> said : List.of(places, types)) {
      if (!said.isEmpty() && said.size() != count) {
        throw new IllegalArgumentException(said.size() + " numbers for " + count + " ids");
      }
    }
    ids = List.copyOf(ids);
    padding = List.copyOf(padding);
    labels = List.copyOf(labels);
    places = List.copyOf(places);
    types = List.copyOf(types);
  }

  /** Tokens of one kind, whose positions the model counts itself. */
  public Tokens(int samples, List<Integer> ids, List<Boolean> padding, List<String> labels) {
    this(samples, ids, padding, labels, List.of(), List.of());
  }

  /** The same tokens at positions that are given, or without. */
  public Tokens at(List<Integer> otherPlaces) {
    return new Tokens(samples, ids, padding, labels, otherPlaces, types);
  }

  /** The same tokens of kinds that are given. */
  public Tokens ofTypes(List<Integer> otherTypes) {
    return new Tokens(samples, ids, padding, labels, places, otherTypes);
  }

  /** One sequence without padding. */
  public static Tokens of(List<Integer> ids, List<String> labels) {
    return new Tokens(1, ids, Collections.nCopies(ids.size(), false), labels);
  }

  /** Sequences called by their ids. */
  public static Tokens unlabelled(int samples, List<Integer> ids, List<Boolean> padding) {
    return new Tokens(samples, ids, padding, ids.stream().map(String::valueOf).toList());
  }

  /** Some of the sequences: from {@code from} up to, but without, {@code to}. */
  public Tokens samples(int from, int to) {
    return chosen(IntStream.range(from, to).boxed().toList());
  }

  /** These sequences, in this order; one may be there more than once. */
  public Tokens chosen(List<Integer> sequences) {
    return new Tokens(
        sequences.size(),
        chosen(ids, sequences),
        chosen(padding, sequences),
        chosen(labels, sequences),
        chosen(places, sequences),
        chosen(types, sequences));
  }

  private <T> List<T> chosen(List<T> all, List<Integer> sequences) {
    List<T> chosen = new ArrayList<>();
    for (int sequence : sequences) {
      if (!all.isEmpty()) {
        chosen.addAll(all.subList(sequence * length(), (sequence + 1) * length()));
      }
    }
    return chosen;
  }

  /**
   * The same tokens at positions that count from each sequence's first token that is no padding;
   * padding in front has the same position as that.
   */
  public Tokens countedBehindPadding() {
    List<Integer> counted = new ArrayList<>();
    boolean inFront = false;
    for (int sample = 0; sample < samples; sample++) {
      List<Boolean> own = padding.subList(sample * length(), (sample + 1) * length());
      int front = Math.max(0, own.indexOf(false));
      inFront |= front > 0;
      for (int row = 0; row < length(); row++) {
        counted.add(Math.max(0, row - front));
      }
    }
    return at(inFront ? counted : List.of());
  }

  /**
   * Sees to it that nothing is said of these tokens that a model would pass over.
   *
   * @param model its name
   * @param movable whether it takes positions that differ from 0, 1, 2, …
   * @param typed whether it takes other kinds of tokens than 0
   * @throws Problem where it does not
   */
  public void check(String model, boolean movable, boolean typed) throws Problem {
    for (int i = 0; i < places.size() && !movable; i++) {
      if (places.get(i) != i % length()) {
        throw new Problem("model.problem.places", model);
      }
    }
    if (!typed && types.stream().anyMatch(type -> type != 0)) {
      throw new Problem("model.problem.types", model);
    }
  }

  public int length() {
    return ids.size() / samples;
  }

  /** As the rows of a matrix. */
  public Axis axis(Axis.Role role) {
    return new Axis(role, Axis.Part.NONE, samples, length(), labels);
  }
}
