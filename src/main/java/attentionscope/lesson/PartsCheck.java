package attentionscope.lesson;

import attentionscope.lesson.prose.Section;
import attentionscope.lesson.question.Question;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a section has the parts that its step's question needs, and none that it doesn't take.
 */
final class PartsCheck {
  private PartsCheck() {}

  static void check(Step step, Section section, Path file, Faults faults) {
    Set<String> needed = step.question().map(Question::parts).orElse(Set.of());
    Set<String> optional = step.question().map(Question::optionalParts).orElse(Set.of());
    Set<String> titled = step.question().map(Question::titledParts).orElse(Set.of());
    Set<String> known = new LinkedHashSet<>(needed);
    known.addAll(optional);
    for (String name : known) {
      Optional<Section.Part> part = section.part(name);
      if (part.isEmpty()) {
        if (needed.contains(name)) {
          faults.add(file, section.line(), "lesson.problem.no-part", name, step.id());
        }
      } else if (titled.contains(name) && part.get().title().isEmpty()) {
        faults.add(file, part.get().line(), "lesson.problem.no-part-title", name);
      } else if (!titled.contains(name) && part.get().body().isEmpty()) {
        faults.add(file, part.get().line(), "lesson.problem.no-text", name);
      }
    }
    known.add(Section.NOTE);
    section
        .parts()
        .forEach(
            (name, part) -> {
              if (!known.contains(name)) {
                faults.unknown(file, part.line(), "lesson.problem.part-unknown", name, known);
              }
            });
  }
}
