package attentionscope.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A sound lesson of three steps, to be broken in one place. */
final class SmallLesson {
  static final String ID = "50-small";

  private static final String YAML =
      """
      title: {en: Small, ko: 작은 수업}
      minutes: 5
      needs: [49-before]
      start: {model: toy/i-go-home, input: I go home, view: steps}
      steps:
        - id: look
          focus: encoder.0.self.head.0.scores[0,2]
          highlight: ["encoder.0.self.head.0.q[0,*]"]
          claims:
            - value('encoder.0.self.head.0.scores[0,2]') == 4
        - id: guess
          set: {mask: look-ahead}
          ask: {kind: cell, target: encoder.0.self.head.0.weights, row: 2, answer: argmax}
          reveal: {focus: "encoder.0.self.head.0.weights[2,0]"}
        - id: change
          input: I go
          change: [{cell: "encoder.0.self.head.0.scores[0,1]", value: 8}]
      """;

  private static final String ENGLISH =
      """
      ## look: Look here

      The score is {{ value('encoder.0.self.head.0.scores[0,2]') }}, see [q](focus:encoder.0.self.head.0.q).

      $$Q K^\\top$$

      ## guess: Guess

      Which one?

      ### hint

      The first.

      ### wrong

      No.

      ### why

      It is {{ max('encoder.0.self.head.0.weights[2,*]') }}.

      ## change: Change

      Now {{ value('encoder.0.self.head.0.scores[0,1]') }}, as in [another](lesson:49-before).
      """;

  private final Map<String, String> files = new TreeMap<>();

  SmallLesson() {
    files.put("lesson.yaml", YAML);
    files.put("en.md", ENGLISH);
    files.put("ko.md", ENGLISH);
  }

  /** One text for another; the first must be there. */
  SmallLesson with(String file, String old, String replacement) {
    String text = files.get(file);
    if (text == null || !text.contains(old)) {
      throw new IllegalArgumentException("no " + old + " in " + file);
    }
    files.put(file, text.replace(old, replacement));
    return this;
  }

  SmallLesson withText(String file, String text) {
    files.put(file, text);
    return this;
  }

  SmallLesson without(String file) {
    files.remove(file);
    return this;
  }

  /** Writes it below a folder, beside the lesson that it needs. */
  Path write(Path folder) {
    try {
      Path lesson = Files.createDirectories(folder.resolve(ID));
      Files.createDirectories(folder.resolve("49-before"));
      Files.writeString(folder.resolve("49-before/lesson.yaml"), BEFORE);
      Files.writeString(folder.resolve("49-before/en.md"), "## only: Only\n\nText.\n");
      Files.writeString(folder.resolve("49-before/ko.md"), "## only: 하나\n\n글.\n");
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(lesson.resolve(file.getKey()), file.getValue());
      }
      return lesson;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String BEFORE =
      """
      title: Before
      minutes: 5
      start: {model: toy/i-go-home, input: I go home}
      steps: [{id: only}]
      """;
}
