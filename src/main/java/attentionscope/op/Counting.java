package attentionscope.op;

import attentionscope.trace.Expr;

/**
 * Positions told by plain numbers, to see what they lack: the same number in every column, or the
 * bits of the position.
 */
public record Counting(int samples, int length, int width, Form form) implements PositionCode {

  /** How the position is written. */
  public enum Form {
    /** 0, 1, 2, …: tells positions apart but has no bound. */
    INTEGERS,
    /** 0 … 1 over the length: bounded, but one step means less the longer the text. */
    NORMALISED,
    /** The bits of the position, lowest first: bounded, but jumps. */
    BINARY
  }

  @Override
  public String kind() {
    return switch (form) {
      case INTEGERS -> "integers";
      case NORMALISED -> "normalised";
      case BINARY -> "binary";
    };
  }

  @Override
  public Expr code(int position, int column) {
    Expr pos = PositionCode.pos(position);
    return switch (form) {
      case INTEGERS -> pos;
      case NORMALISED ->
          new Expr.Rounded(
              new Expr.Quotient(pos, new Expr.Constant("n − 1", Math.max(1, length - 1))));
      case BINARY -> {
        int bit = column < Integer.SIZE - 1 ? position >> column & 1 : 0;
        yield new Expr.Picked(new Expr.Constant("bit " + column, bit), pos);
      }
    };
  }
}
