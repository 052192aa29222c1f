package attentionscope.lesson;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import attentionscope.yaml.Fault;
import attentionscope.yaml.Faults;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlFile;
import attentionscope.yaml.YamlValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Progress in a file of the user's: a few lines of YAML. Keys that are not known are left alone, so
 * that a newer program's file can be read.
 *
 * @param file where it is kept
 */
public record ProgressFile(Path file) {

  private static final int MOST_TRIES = 9999;
  private static final int MOST_KEPT = 9;
  private static final Map<String, Boolean> DONE = Map.of("right", true, "revealed", false);

  /**
   * What a file held.
   *
   * @param fault what was wrong with it; the progress is then empty
   */
  public record Kept(Progress progress, Optional<Problem> fault) {}

  /**
   * Reads the file. A damaged one is put aside under another name, so that it is not written over.
   */
  public Kept read() {
    if (!Files.exists(file)) {
      return new Kept(Progress.NONE, Optional.empty());
    }
    Faults faults = new Faults();
    try {
      String text = BoundedFile.readText(file, YamlFile.MAX_BYTES);
      Progress progress =
          YamlFile.read(file, text, faults)
              .map(root -> progress(Fields.of(file, root, "progress", faults)))
              .orElse(Progress.NONE);
      if (faults.isEmpty()) {
        return new Kept(progress, Optional.empty());
      }
    } catch (Problem unreadable) {
      faults.add(file, 1, unreadable);
    }
    return new Kept(Progress.NONE, Optional.of(putAside(faults.all().getFirst())));
  }

  private Problem putAside(Fault damage) {
    Path aside = aside();
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return new Problem("lesson.problem.progress", file, damage.line(), aside.getFileName());
    } catch (IOException fault) {
      return new Problem(fault, "lesson.problem.progress-stuck", file, BoundedFile.said(fault));
    }
  }

  /** A name that is free; the last one, where none is. */
  private Path aside() {
    Path free = file;
    for (int i = 1; i <= MOST_KEPT && Files.exists(free); i++) {
      free = file.resolveSibling(file.getFileName() + ".damaged-" + i);
    }
    return free;
  }

  /**
   * Keeps progress, whole or not at all; makes the folder where it is missing.
   *
   * @throws Problem when it can't be written
   */
  public void write(Progress progress) throws Problem {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException fault) {
      throw new Problem(fault, "files.problem.unwritable", file, BoundedFile.said(fault));
    }
    byte[] text = text(progress).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(text));
  }

  private static Progress progress(Fields fields) {
    Map<String, LessonProgress> lessons = new LinkedHashMap<>();
    fields
        .fields("lessons")
        .ifPresent(
            all -> {
              for (String id : all.anyKeys()) {
                all.fields(id).ifPresent(one -> lessons.put(id, lesson(one)));
              }
            });
    return new Progress(lessons, fields.text("last"));
  }

  private static LessonProgress lesson(Fields fields) {
    Set<String> visited =
        fields.texts("visited").stream()
            .map(YamlValue.Scalar::text)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Attempt> attempts = new LinkedHashMap<>();
    fields
        .fields("questions")
        .ifPresent(
            all -> {
              for (String id : all.anyKeys()) {
                all.fields(id).ifPresent(one -> attempts.put(id, attempt(one)));
              }
            });
    return new LessonProgress(fields.text("at").orElse(""), visited, attempts);
  }

  private static Attempt attempt(Fields fields) {
    int tries = fields.whole("tries", 0, MOST_TRIES).orElse(0);
    Optional<Boolean> right = fields.oneOf("done", DONE);
    return new Attempt(
        new Attempt.Earlier(tries, right.orElse(false)),
        List.of(),
        fields.onOff("hint").orElse(false),
        right.isPresent() && !right.get());
  }

  private static String text(Progress progress) {
    Map<String, Object> root = new LinkedHashMap<>();
    progress.last().ifPresent(last -> root.put("last", last));
    Map<String, Object> lessons = new TreeMap<>();
    progress.lessons().forEach((id, lesson) -> lessons.put(id, keys(lesson)));
    root.put("lessons", lessons);
    DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return new Dump(settings).dumpToString(root);
  }

  private static Map<String, Object> keys(LessonProgress lesson) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("at", lesson.at());
    keys.put("visited", lesson.visited().stream().sorted().toList());
    Map<String, Object> questions = new TreeMap<>();
    lesson.attempts().forEach((id, attempt) -> questions.put(id, keys(attempt)));
    if (!questions.isEmpty()) {
      keys.put("questions", questions);
    }
    return keys;
  }

  private static Map<String, Object> keys(Attempt attempt) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("tries", Math.min(attempt.count(), MOST_TRIES));
    if (attempt.isDone()) {
      keys.put("done", attempt.isRight() ? "right" : "revealed");
    }
    if (attempt.hint()) {
      keys.put("hint", "on");
    }
    return keys;
  }
}
