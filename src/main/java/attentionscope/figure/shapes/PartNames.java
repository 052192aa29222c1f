package attentionscope.figure.shapes;

import attentionscope.figure.Ink;
import attentionscope.figure.Tint;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.tensor.Axis;
import java.util.Locale;

/** What boxes are called and the colours of their identity. */
@BuildsKeys("figure.shapes.part.")
final class PartNames {

  private PartNames() {}

  static Symbol of(Part part, AttentionNodes nodes, Texts texts) {
    int head = nodes.number();
    return switch (part) {
      case QUERY_INPUT, KEY_INPUT, VALUE_INPUT -> input(part, nodes, texts);
      case QUERY_WEIGHT -> Symbol.of("W", "Q");
      case KEY_WEIGHT -> Symbol.of("W", "K");
      case VALUE_WEIGHT -> Symbol.of("W", "V");
      case OUTPUT_WEIGHT -> Symbol.of("W", "O");
      case QUERIES -> Symbol.of("Q");
      case KEYS -> Symbol.of("K");
      case VALUES -> Symbol.of("V");
      case HEAD_QUERIES -> Symbol.of("Q", head);
      case HEAD_KEYS -> Symbol.of("K", head).onItsSide();
      case HEAD_VALUES -> Symbol.of("V", head);
      case QUERY_CARDS, KEY_CARDS, VALUE_CARDS -> Symbol.of(texts.get("figure.shapes.part.cards"));
      case HEAD_OUTPUT -> Symbol.of(texts.get("figure.shapes.part.head_output", head));
      case SCORES, SCALED, BIASED, MASKED, WEIGHTS, CONCAT, OUTPUT ->
          Symbol.of(texts.get("figure.shapes.part." + part.name().toLowerCase(Locale.ROOT)));
    };
  }

  /** Two inputs are told apart by where they come from. */
  private static Symbol input(Part part, AttentionNodes nodes, Texts texts) {
    if (nodes.inputs().size() < 2) {
      return Symbol.of("X");
    }
    Axis.Role role = nodes.node(part).orElseThrow().rows().role();
    return Symbol.of(
        texts.get(
            role == Axis.Role.TARGET_TOKENS
                ? "figure.shapes.part.decoder"
                : "figure.shapes.part.encoder"));
  }

  /** The size as it is written with a name: {@code 3 × 4}, of cards {@code 2 × (3 × 2)}. */
  static String size(Part part, AttentionNodes nodes, SizePlan plan) {
    if (part.isCards()) {
      Lane lane = Lane.of(part).orElseThrow();
      Part head = lane.head();
      String one =
          plan.size(head)
              .map(size -> head == Part.HEAD_KEYS ? size.transposed() : size)
              .map(MatrixSize::toString)
              .orElse("?");
      return nodes.shares(lane) + " × (" + one + ")";
    }
    return samples(part, nodes) + plan.size(part).map(MatrixSize::toString).orElse("?");
  }

  /** What stands before the size of a matrix that there is one of for each sentence. */
  static String samples(Part part, AttentionNodes nodes) {
    boolean weight =
        part == Part.OUTPUT_WEIGHT
            || Lane.of(part).map(lane -> lane.weight() == part).orElse(false);
    return weight || nodes.samples() == 1 ? "" : nodes.samples() + " · ";
  }

  /** What is written over the arrow that leads to a matrix between scores and weights. */
  static String label(Part part, AttentionNodes nodes, Texts texts) {
    return switch (part) {
      case SCALED -> "÷ " + nodes.divisor();
      case BIASED -> texts.get("figure.shapes.label.bias");
      case MASKED -> texts.get("figure.shapes.label.mask");
      case WEIGHTS -> texts.get("figure.shapes.label.softmax");
      default -> "";
    };
  }

  /** Of the name. */
  static Ink ink(Part part) {
    return switch (part) {
      case HEAD_OUTPUT, CONCAT, OUTPUT_WEIGHT, OUTPUT -> Ink.OUTPUT;
      case QUERY_INPUT, KEY_INPUT, VALUE_INPUT -> Ink.TEXT;
      default -> Lane.of(part).map(Lane::ink).orElse(Ink.TEXT);
    };
  }

  /** Of the outline: what belongs to the head that is followed has its colour. */
  static Tint line(Part part, AttentionNodes nodes) {
    return part.isOfHead() ? new Tint.Head(nodes.number()) : Tint.of(ink(part));
  }
}
