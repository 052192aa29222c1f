package attentionscope.figure.positions;

import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.PositionFindings;
import attentionscope.workspace.PositionLab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the figures of the positions view are drawn from.
 *
 * @param lab the settings; its position is the one looked at
 * @param trace the run of these settings
 * @param findings what was measured besides; absent while it is being measured
 * @param look how matrices are drawn; positions run to the right unless it transposes
 * @param pointing what is selected, hovered over and spoken of
 */
public record PositionScene(
    PositionLab lab,
    Trace trace,
    Optional<PositionFindings> findings,
    MatrixLook look,
    Pointing pointing) {

  Optional<Node> find(String id) {
    return trace.find(TensorId.of(id));
  }

  /** The table of the code, positions x dimensions; a bias has none. */
  Optional<Node> code() {
    return find("position.code");
  }

  /** The biases by head, empty where the encoding has none. */
  List<Node> biases() {
    List<Node> biases = new ArrayList<>();
    for (int head = 0; ; head++) {
      Optional<Node> bias = find("position.head." + head + ".bias");
      if (bias.isEmpty()) {
        return biases;
      }
      biases.add(bias.get());
    }
  }

  /** How many words are typed. */
  int words() {
    return find("source.scaled").map(node -> node.rows().length()).orElse(0);
  }

  /** The pairs of a code whose columns turn together; empty where none do. */
  List<Pair> pairs() {
    return code().map(Pair::of).orElse(List.of());
  }

  /**
   * The column that is selected in a matrix whose columns are the code's, by one of its cells or as
   * a whole.
   */
  OptionalInt selectedColumn() {
    return Stream.concat(
            pointing.selected().stream().map(ref -> Region.column(ref.id(), ref.column())),
            pointing.highlights().stream())
        .filter(region -> region.columns().to() == region.columns().from() + 1)
        .filter(this::isOfCode)
        .mapToInt(region -> region.columns().from())
        .findFirst();
  }

  private boolean isOfCode(Region region) {
    return code().isPresent()
        && region.columns().from() < code().get().columns().size()
        && trace
            .find(region.id())
            .filter(node -> node.columns().role() == Axis.Role.FEATURES)
            .filter(node -> node.columns().size() == code().get().columns().size())
            .filter(node -> !node.id().path().startsWith("encoder"))
            .isPresent();
  }

  /**
   * The pair that is looked at: the selected one, else the one whose turn by the shift is nearest
   * to a radian and so shows best.
   */
  Optional<Pair> pair() {
    OptionalInt column = selectedColumn();
    return pairs().stream()
        .filter(pair -> column.isPresent() && pair.has(column.getAsInt()))
        .findFirst()
        .or(
            () ->
                pairs().stream()
                    .filter(pair -> pair.across().isPresent())
                    .min(Comparator.comparingDouble(pair -> Math.abs(Math.log(turn(pair)))))
                    .or(() -> pairs().stream().findFirst()));
  }

  private double turn(Pair pair) {
    return 2 * Math.PI * lab.shift() / pair.wavelength();
  }
}
