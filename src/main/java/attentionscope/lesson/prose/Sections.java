package attentionscope.lesson.prose;

import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text file of a lesson apart: {@code ## step-id: Title} begins a step, {@code ### name} or
 * {@code ### name: text} a part of it.
 */
public final class Sections {
  private static final Pattern HEAD =
      Pattern.compile("(#{1,6})\\s*([a-z0-9][a-z0-9-]*)?\\s*(?::\\s*(.*?))?\\s*");

  private static final int LONGEST_HEAD = 300;

  /** Titles of steps stand in lists and windows as bare words. */
  private static final Pattern MARKUP = Pattern.compile("[$`\\\\<>]|\\*|\\{\\{|\\]\\(");

  private final Path file;
  private final Faults faults;
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private final Map<String, Section.Part> parts = new LinkedHashMap<>();
  private Head step = Head.NONE;
  private Head part = Head.NONE;
  private Prose stepBody;
  private int bodyLine = 1;

  /** A headline; without a name before the first one. */
  private record Head(int line, String name, String title) {
    static final Head NONE = new Head(1, "", "");

    boolean isNone() {
      return name.isEmpty();
    }
  }

  private Sections(Path file, Faults faults) {
    this.file = file;
    this.faults = faults;
    this.stepBody = Prose.read(file, 1, "", faults);
  }

  /** The sections by step, in the order of the file. */
  public static Map<String, Section> read(Path file, String text, Faults faults) {
    Sections reader = new Sections(file, faults);
    reader.run(text.lines().toList());
    return reader.sections;
  }

  private void run(List<String> lines) {
    boolean code = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      code ^= line.startsWith("```");
      if (!code && line.startsWith("#")) {
        head(line, i + 1);
      } else {
        body.append(line).append('\n');
      }
    }
    endStep();
  }

  private void head(String line, int number) {
    Matcher head = HEAD.matcher(line);
    boolean known =
        line.length() <= LONGEST_HEAD
            && head.matches()
            && head.group(2) != null
            && head.group(1).length() < 4;
    if (!known || head.group(1).length() == 1) {
      String start = line.substring(0, Math.min(60, line.length()));
      faults.add(file, number, "lesson.problem.headline", start);
      return;
    }
    String title = head.group(3) == null ? "" : head.group(3);
    Head found = new Head(number, head.group(2), title);
    if (head.group(1).length() == 2) {
      endStep();
      step = found;
    } else {
      endPart();
      part = found;
      if (step.isNone()) {
        faults.add(file, number, "lesson.problem.part-outside", found.name());
      }
    }
    bodyLine = number + 1;
  }

  private void endPart() {
    Prose read = Prose.read(file, bodyLine, body.toString(), faults);
    body.setLength(0);
    if (part.isNone()) {
      stepBody = read;
      if (step.isNone() && !read.isEmpty()) {
        faults.add(file, 1, "lesson.problem.before-first");
      }
      return;
    }
    Prose title = Prose.read(file, part.line(), part.title(), faults);
    if (parts.put(part.name(), new Section.Part(part.line(), title, read)) != null) {
      faults.add(file, part.line(), "lesson.problem.part-twice", part.name());
    }
    part = Head.NONE;
  }

  private void endStep() {
    endPart();
    if (!step.isNone()) {
      Section section = new Section(step.name(), step.line(), step.title(), stepBody, parts);
      if (step.title().isEmpty()) {
        faults.add(file, step.line(), "lesson.problem.no-title", step.name());
      }
      if (MARKUP.matcher(step.title()).find()) {
        faults.add(file, step.line(), "lesson.problem.plain-title", step.title());
      }
      if (stepBody.isEmpty()) {
        faults.add(file, step.line(), "lesson.problem.no-text", step.name());
      }
      if (sections.putIfAbsent(step.name(), section) != null) {
        faults.add(file, step.line(), "lesson.problem.section-twice", step.name());
      }
    }
    parts.clear();
    step = Head.NONE;
  }
}
