package attentionscope.model;

import attentionscope.tensor.Axis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Token ids of one sequence, or of several of one length stacked.
 *
 * @param samples how many sequences
 * @param ids samples x length, one sample after the other
 * @param padding for each id whether it only fills up
 * @param labels for each id what it is called
 */
public record Tokens(int samples, List<Integer> ids, List<Boolean> padding, List<String> labels) {

  public Tokens {
    int count = ids.size();
    if (count != padding.size() || count != labels.size() || count % samples != 0) {
      throw new IllegalArgumentException(
          "%d ids, %d paddings and %d labels in %d samples"
              .formatted(count, padding.size(), labels.size(), samples));
    }
    ids = List.copyOf(ids);
    padding = List.copyOf(padding);
    labels = List.copyOf(labels);
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
    int first = from * length();
    int end = to * length();
    return new Tokens(
        to - from,
        ids.subList(first, end),
        padding.subList(first, end),
        labels.subList(first, end));
  }

  /** These sequences, in this order; one may be there more than once. */
  public Tokens chosen(List<Integer> sequences) {
    List<Integer> chosenIds = new ArrayList<>();
    List<Boolean> chosenPadding = new ArrayList<>();
    List<String> chosenLabels = new ArrayList<>();
    for (int sequence : sequences) {
      Tokens one = samples(sequence, sequence + 1);
      chosenIds.addAll(one.ids);
      chosenPadding.addAll(one.padding);
      chosenLabels.addAll(one.labels);
    }
    return new Tokens(sequences.size(), chosenIds, chosenPadding, chosenLabels);
  }

  public int length() {
    return ids.size() / samples;
  }

  /** As the rows of a matrix. */
  public Axis axis(Axis.Role role) {
    return new Axis(role, Axis.Part.NONE, samples, length(), labels);
  }
}
