package attentionscope.figure.shapes;

import attentionscope.figure.Ink;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The way of the queries, of the keys, of the values: from the input to one head's matrix. */
enum Lane {
  QUERY(
      "Q",
      Ink.QUERY,
      Part.QUERY_INPUT,
      Part.QUERY_WEIGHT,
      Part.QUERIES,
      Part.QUERY_CARDS,
      Part.HEAD_QUERIES),
  KEY("K", Ink.KEY, Part.KEY_INPUT, Part.KEY_WEIGHT, Part.KEYS, Part.KEY_CARDS, Part.HEAD_KEYS),
  VALUE(
      "V",
      Ink.VALUE,
      Part.VALUE_INPUT,
      Part.VALUE_WEIGHT,
      Part.VALUES,
      Part.VALUE_CARDS,
      Part.HEAD_VALUES);

  private final String letter;
  private final Ink ink;
  private final Part input;
  private final Part weight;
  private final Part projection;
  private final Part cards;
  private final Part head;

  Lane(String letter, Ink ink, Part input, Part weight, Part projection, Part cards, Part head) {
    this.letter = letter;
    this.ink = ink;
    this.input = input;
    this.weight = weight;
    this.projection = projection;
    this.cards = cards;
    this.head = head;
  }

  String letter() {
    return letter;
  }

  /** Its identity. */
  Ink ink() {
    return ink;
  }

  Part input() {
    return input;
  }

  Part weight() {
    return weight;
  }

  Part projection() {
    return projection;
  }

  Part cards() {
    return cards;
  }

  Part head() {
    return head;
  }

  /** Its boxes, from left to right. */
  List<Part> parts() {
    return List.of(input, weight, projection, cards, head);
  }

  /** The lane that a part lies on. */
  static Optional<Lane> of(Part part) {
    return Arrays.stream(values()).filter(lane -> lane.parts().contains(part)).findFirst();
  }
}
