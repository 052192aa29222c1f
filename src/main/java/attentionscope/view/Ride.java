package attentionscope.view;

/**
 * Something that the transport can play.
 *
 * @param at the step it stands at, from 0
 * @param count how many steps there are, at least 1
 */
public record Ride(Track track, int at, int count) {

  public boolean atStart() {
    return at <= 0;
  }

  public boolean atEnd() {
    return at >= count - 1;
  }

  /** What goes to a step of it; beyond either end, to that end. */
  public Intent to(int step) {
    int there = Math.clamp(step, 0, count - 1);
    return switch (track) {
      case LESSON -> new Intent.Step(there);
      case CALCULATION -> new Intent.MoveTo(there);
      case WRITING -> new Intent.WriteTo(there);
      case SEARCH -> new Intent.SearchTo(there);
      case TRAINING -> new Intent.Rewind(there);
    };
  }
}
