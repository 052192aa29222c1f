package attentionscope.view.prose;

import attentionscope.lesson.prose.Control;
import attentionscope.lesson.prose.Target;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;

/** What becomes of pointers in a text. */
public interface Links {

  /** The pointer rests on something that speaks of these; none when it left. */
  void over(List<Region> regions);

  /** The pointer rests on something that speaks of a part of the window, or on nothing. */
  void overControl(Optional<Control> control);

  /** It was pressed. */
  void follow(Target target);
}
