package attentionscope.figure.recurrent;

import attentionscope.op.RowOrder;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.recurrent.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A recurrent model's run as steps through time, read off the ids of its trace. Of several samples
 * the first is shown.
 *
 * @param trace the run
 * @param encoder its layers, from the lowest; of two directions each is a lane
 * @param decoder its layers; empty for a tagger or a classifier
 * @param said the likeliest words, by the rows of the logits
 */
public record Unrolled(Trace trace, List<Lane> encoder, List<Lane> decoder, List<String> said) {

  private static final Pattern STEP =
      Pattern.compile(
          "((encoder|decoder)\\.(\\d+)(\\.(?:forward|backward))?)\\.step\\.(\\d+)\\.hidden");

  private static final Pattern OF_A_STEP =
      Pattern.compile(
          "(encoder|decoder)(?:\\.\\d+)?(?:\\.(?:forward|backward))?\\.step\\.(\\d+)\\..*");

  private static final TensorId BY_STEP = TensorId.of("encoder.by-step");

  public Unrolled {
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
    said = List.copyOf(said);
  }

  /** Empty where nothing in the run is recurrent. */
  public static Optional<Unrolled> of(Trace trace) {
    Map<String, Map<Integer, UnrolledStep>> steps = new LinkedHashMap<>();
    for (Node node : trace.nodes()) {
      Matcher match = STEP.matcher(node.id().path());
      if (match.matches()) {
        int number = Integer.parseInt(match.group(5));
        TensorId id = TensorId.of(match.group(1)).child("step").child(number);
        steps
            .computeIfAbsent(match.group(1), lane -> new TreeMap<>())
            .put(number, new UnrolledStep(id, number, node));
      }
    }
    List<Lane> encoder = new ArrayList<>();
    List<Lane> decoder = new ArrayList<>();
    steps.forEach(
        (path, own) -> {
          List<String> parts = TensorId.of(path).segments();
          Lane lane =
              new Lane(
                  TensorId.of(path),
                  Integer.parseInt(parts.get(1)),
                  parts.getLast().equals("backward"),
                  List.copyOf(own.values()));
          (parts.getFirst().equals("encoder") ? encoder : decoder).add(lane);
        });
    return encoder.isEmpty()
        ? Optional.empty()
        : Optional.of(new Unrolled(trace, encoder, decoder, Said.of(trace)));
  }

  /**
   * The token that a matrix of one step belongs to: its row where all steps stand together. Empty
   * for any other matrix.
   */
  public static OptionalInt token(Trace trace, Node node) {
    Matcher match = OF_A_STEP.matcher(node.id().withoutFamilies().path());
    if (node.rows().size() != 1 || !match.matches()) {
      return OptionalInt.empty();
    }
    int step = Integer.parseInt(match.group(2));
    return OptionalInt.of(match.group(1).equals("encoder") ? row(trace, step) : step);
  }

  /** How many steps the encoder takes. */
  public int read() {
    return encoder.getFirst().steps().size();
  }

  /** How many steps the decoder takes; 0 where there is none. */
  public int written() {
    return decoder.isEmpty() ? 0 : decoder.getFirst().steps().size();
  }

  /** Whether some lane goes backwards, so that layers are computed one after the other. */
  boolean bothWays() {
    return encoder.stream().anyMatch(Lane::backward);
  }

  /** Whether the encoder begins with the last token. */
  public boolean reversed() {
    return trace.find(BY_STEP).isPresent();
  }

  /** The row of the source that an encoder's step reads. */
  int row(int step) {
    return row(trace, step);
  }

  private static int row(Trace trace, int step) {
    return trace.find(BY_STEP).map(Node::op).orElse(null) instanceof RowOrder order
        ? order.from().get(step)
        : step;
  }

  /** The encoder's step that reads a row of the source. */
  int step(int row) {
    return IntStream.range(0, read()).filter(step -> row(step) == row).findFirst().orElse(row);
  }

  /** What attention finds: rows by the decoder's steps, columns by source tokens. */
  public Optional<Node> weights() {
    return trace
        .find(TensorId.of("decoder.attention.weights"))
        .or(() -> trace.find(TensorId.of("encoder.attention.weights")));
  }

  /** What is weighed by attention, of one of the decoder's steps or of all. */
  public Optional<Node> context(int step) {
    TensorId own = TensorId.of("decoder.step").child(step).child("attention").child("context");
    return trace
        .find(own)
        .or(() -> trace.find(TensorId.of("decoder.attention.context")))
        .or(() -> trace.find(TensorId.of("encoder.attention.context")));
  }

  /** The vector that the encoder hands over. */
  Optional<Node> bottleneck() {
    return trace.find(TensorId.of("encoder.last"));
  }

  /** Whether every step of the decoder reads that vector again. */
  public boolean peeky() {
    return !decoder.isEmpty()
        && bottleneck().stream()
            .flatMap(node -> trace.uses(node).stream())
            .map(use -> use.reader().id())
            .anyMatch(
                id ->
                    id.leaf().equals("read")
                        || id.leaf().equals("peek")
                        || id.leaf().equals("joined")
                        || id.leaf().equals("peeked"));
  }

  /** Whether the decoder's cell states begin with the encoder's last ones, too. */
  boolean handsCell() {
    return decoder.stream()
        .flatMap(lane -> trace.find(lane.steps().getFirst().id().child("cell")).stream())
        .anyMatch(cell -> !cell.input(1).id().leaf().equals("start")); // c′ of f ⊙ c′ + i ⊙ g
  }

  /** Every lane, in the order of computing. */
  List<Lane> lanes() {
    List<Lane> all = new ArrayList<>(encoder);
    all.addAll(decoder);
    return all;
  }

  /** The step that a matrix belongs to, such as one of its gates. */
  Optional<UnrolledStep> stepOf(TensorId matrix) {
    String path = matrix.withoutFamilies().path();
    return lanes().stream()
        .flatMap(lane -> lane.steps().stream())
        .filter(step -> path.startsWith(step.id().path() + "."))
        .findFirst();
  }
}
