package attentionscope.figure.positions;

import attentionscope.language.Numbers;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Two columns of a code that are the end of a hand going round: a cosine and a sine, or the two
 * features that a rotary code turns together.
 *
 * @param index i, from 0
 * @param across the column that is the hand's way to the right; absent where odd d leaves a sine
 *     alone
 * @param up the column that is its way up
 * @param wavelength how many positions once around takes
 */
record Pair(int index, OptionalInt across, int up, double wavelength) {

  /** The pairs of a table of positions. */
  static List<Pair> of(Node code) {
    return switch (code.op()) {
      case Sinusoid sines -> sines(sines);
      case Rotate rotate -> turned(rotate);
      default -> List.of();
    };
  }

  private static List<Pair> sines(Sinusoid code) {
    List<Pair> pairs = new ArrayList<>();
    for (int index = 0; 2 * index < code.width(); index++) {
      OptionalInt cosine = column(code, index, false);
      int sine = column(code, index, true).orElseThrow();
      pairs.add(new Pair(index, cosine, sine, code.wavelength(index)));
    }
    return pairs;
  }

  private static OptionalInt column(Sinusoid code, int pair, boolean sine) {
    for (int column = 0; column < code.width(); column++) {
      if (code.pairOf(column) == pair && code.isSine(column) == sine) {
        return OptionalInt.of(column);
      }
    }
    return OptionalInt.empty();
  }

  private static List<Pair> turned(Rotate code) {
    List<Pair> pairs = new ArrayList<>();
    for (int index = 0; 2 * index < code.turned(); index++) {
      List<Integer> columns = new ArrayList<>();
      for (int column = 0; column < code.turned(); column++) {
        if (code.pairOf(column) == index) {
          columns.add(column);
        }
      }
      pairs.add(
          new Pair(
              index,
              OptionalInt.of(columns.getFirst()),
              columns.getLast(),
              code.wavelength(index)));
    }
    return pairs;
  }

  boolean has(int column) {
    return up == column || (across.isPresent() && across.getAsInt() == column);
  }

  /** How far the hand's end is to the right at a position. */
  double x(Node code, int position) {
    return across.isPresent() ? code.at(position, across.getAsInt()) : 0;
  }

  /** How far it is up. */
  double y(Node code, int position) {
    return code.at(position, up);
  }

  /** A wavelength as it is written: with three figures that count. */
  static String written(double wavelength) {
    int decimals = wavelength < 10 ? 2 : wavelength < 100 ? 1 : 0;
    return Numbers.fixed(wavelength, decimals);
  }
}
