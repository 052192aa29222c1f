package attentionscope.lesson;

import attentionscope.lesson.prose.Section;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Lines;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lesson, read and well formed.
 *
 * @param folder its folder, whose name is its id
 * @param lines where its keys stand in {@code lesson.yaml}
 * @param titles by language
 * @param minutes it takes about so long
 * @param needs the lessons that should come before, by id
 * @param start what it begins with; {@code baseline} in expressions is measured there
 * @param steps in order, at least one
 * @param texts by language: the section of every step
 */
public record Lesson(
    Path folder,
    Lines lines,
    Map<String, String> titles,
    int minutes,
    List<String> needs,
    Workspace start,
    List<Step> steps,
    Map<String, Map<String, Section>> texts) {

  /** The file that says what there is to see. */
  public static final String FILE = "lesson.yaml";

  public Lesson {
    titles = Map.copyOf(titles);
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
    texts = Map.copyOf(texts);
  }

  /** The name of its folder: {@code 13-scaled-dot-product}. */
  public String id() {
    return idOf(folder);
  }

  static String idOf(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  public Path file() {
    return folder.resolve(FILE);
  }

  /** The file of a language. */
  public Path textFile(String language) {
    return folder.resolve(language + ".md");
  }

  /** Its title, in English where it has none in a language, else in any there is. */
  public String title(String language) {
    return in(titles, language);
  }

  /** What is said at a step, in the language asked for or in the nearest there is. */
  public Section section(String language, Step step) {
    Section section = in(texts, language).get(step.id());
    if (section == null) {
      throw new IllegalArgumentException("no step " + step.id() + " in " + id());
    }
    return section;
  }

  /**
   * Where a step of an earlier version of this lesson is now.
   *
   * @param index where it was; where it is gone, the step that is there now
   */
  public int nearest(Step step, int index) {
    int found = steps.stream().map(Step::id).toList().indexOf(step.id());
    return found >= 0 ? found : Math.min(index, steps.size() - 1);
  }

  private static <T> T in(Map<String, T> byLanguage, String language) {
    return Optional.ofNullable(byLanguage.get(language))
        .or(() -> Optional.ofNullable(byLanguage.get("en")))
        .or(() -> byLanguage.values().stream().findFirst())
        .orElseThrow();
  }
}
