package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.trace.Region;
import attentionscope.yaml.Faults;
import java.util.List;
import java.util.Optional;

/** What a text in a lesson points at. */
public sealed interface Target {

  /** {@code focus:id[0,*]}: a part of the run. */
  record Focus(Region region) implements Target {}

  /** {@code control:steps.scale}: a part of the window. */
  record OfWindow(Control control) implements Target {}

  /** {@code lesson:14-why-divide}: another lesson. */
  record OtherLesson(String lesson) implements Target {}

  /**
   * Reads what stands in the brackets of a link.
   *
   * @throws Problem if it is none of the three
   */
  static Target parse(String link) throws Problem {
    int colon = link.indexOf(':');
    String kind = colon < 0 ? link : link.substring(0, colon);
    String name = link.substring(colon + 1);
    return switch (kind) {
      case "focus" ->
          new Focus(
              Region.parse(name)
                  .orElseThrow(() -> new Problem("workspace.problem.region-form", name)));
      case "control" -> {
        Optional<Control> control = Control.of(name);
        if (control.isEmpty()) {
          throw Faults.unknown("lesson.problem.control", name, Control.keys());
        }
        yield new OfWindow(control.get());
      }
      case "lesson" -> new OtherLesson(name);
      default ->
          throw Faults.unknown("lesson.problem.link", kind, List.of("focus", "control", "lesson"));
    };
  }
}
