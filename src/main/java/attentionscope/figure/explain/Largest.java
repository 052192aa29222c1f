package attentionscope.figure.explain;

import attentionscope.trace.Expr;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which terms of a long sum are written out. */
public final class Largest {

  /** Up to so many terms are all written. */
  public static final int ALL = 8;

  private static final int SHOWN = 3;

  private Largest() {}

  /** The indices of the terms to write, in the order in which they are added. */
  public static List<Integer> of(List<? extends Expr> terms) {
    IntStream all = IntStream.range(0, terms.size());
    if (terms.size() <= ALL) {
      return all.boxed().toList();
    }
    List<Float> sizes = terms.stream().map(term -> Math.abs(term.value())).toList();
    return all.boxed()
        .sorted(
            Comparator.comparing((Integer i) -> sizes.get(i), Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .sorted()
        .toList();
  }
}
