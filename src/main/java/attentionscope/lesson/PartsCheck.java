package attentionscope.lesson;

import attentionscope.lesson.prose.Section;
import attentionscope.lesson.question.Question;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a section has the parts that its step's question needs, and no others. */
final class PartsCheck {
  private PartsCheck() {}

  static void check(Step step, Section section, Path file, Faults faults) {
    Set<String> needed = step.question().map(Question::parts).orElse(Set.of());
    Set<String> titled = step.question().map(Question::titledParts).orElse(Set.of());
    for (String name : needed) {
      Optional<Section.Part> part = section.part(name);
      if (part.isEmpty()) {
        faults.add(file, section.line(), "lesson.problem.no-part", name, step.id());
      } else if (titled.contains(name) && part.get().title().isEmpty()) {
        faults.add(file, part.get().line(), "lesson.problem.no-part-title", name);
      } else if (!titled.contains(name) && part.get().body().isEmpty()) {
        faults.add(file, part.get().line(), "lesson.problem.no-text", name);
      }
    }
    Set<String> known = new TreeSet<>(needed);
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
