package attentionscope.figure;

import java.util.List;

/**
 * How a line is drawn. Ends and corners are round.
 *
 * @param dashes lengths drawn and left out in turn; empty for a line without gaps
 */
public record Stroke(Tint tint, double width, List<Double> dashes) {

  public Stroke {
    dashes = List.copyOf(dashes);
  }

  public static Stroke of(Ink ink, double width) {
    return new Stroke(Tint.of(ink), width, List.of());
  }

  public static Stroke of(Tint tint, double width) {
    return new Stroke(tint, width, List.of());
  }

  public Stroke dashed(double drawn, double gap) {
    return new Stroke(tint, width, List.of(drawn, gap));
  }
}
