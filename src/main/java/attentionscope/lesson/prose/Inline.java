package attentionscope.lesson.prose;

import attentionscope.trace.Region;
import java.util.List;

/** A piece of a line. */
public sealed interface Inline {

  record Text(String text) implements Inline {}

  record Emphasis(List<Inline> content) implements Inline {
    public Emphasis {
      content = List.copyOf(content);
    }
  }

  record Strong(List<Inline> content) implements Inline {
    public Strong {
      content = List.copyOf(content);
    }
  }

  record Code(String text) implements Inline {}

  /** A formula within the line, in TeX, its live numbers filled in. */
  record Formula(String tex) implements Inline {}

  /**
   * A number or a word taken from the run.
   *
   * @param text as shown; {@link Live#NOTHING} where the run on screen has no such thing
   * @param from the parts of the run it was worked from; the first is where a click leads
   */
  record LiveNumber(String text, List<Region> from) implements Inline {
    public LiveNumber {
      from = List.copyOf(from);
    }
  }

  /** A text that points at something. */
  record Pointer(List<Inline> content, Target target) implements Inline {
    public Pointer {
      content = List.copyOf(content);
    }
  }
}
