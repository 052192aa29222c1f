package attentionscope.lesson.prose;

import java.util.Map;
import java.util.Optional;

/**
 * What is said at one step.
 *
 * @param step its id
 * @param line of the file
 * @param title what the step is called
 * @param body what is said
 * @param parts what is said besides, by name: a hint, a choice, a note for the teacher
 */
public record Section(String step, int line, String title, Prose body, Map<String, Part> parts) {

  /** What a teacher reads and the class does not. */
  public static final String NOTE = "note";

  /**
   * A part of what is said at a step.
   *
   * @param line of the file
   * @param title stands behind its name, may be empty
   */
  public record Part(int line, Prose title, Prose body) {}

  public Section {
    parts = Map.copyOf(parts);
  }

  public Optional<Part> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }
}
