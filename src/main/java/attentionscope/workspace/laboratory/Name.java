package attentionscope.workspace.laboratory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a snapshot as of any model: {@code training@120}, of the second run {@code
 * training-b@120}; or of the model that a recipe gives after some steps, {@code
 * recipes/reverse.yaml@120}.
 *
 * @param run which run, or a recipe's file
 * @param step after which
 */
public record Name(String run, int step) {

  /** The first run and the second. */
  public static final List<String> RUNS = List.of("training", "training-b");

  private static final Pattern FORM = Pattern.compile("(.+)@(\\d{1,8})");
  private static final String RECIPE = ".yaml";

  /** What a text names; empty where it names nothing of the laboratory's. */
  public static Optional<Name> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() && (RUNS.contains(form.group(1)) || form.group(1).endsWith(RECIPE))
        ? Optional.of(new Name(form.group(1), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  static String of(String run, int step) {
    return new Name(run, step).text();
  }

  /** Which run, from 0; a recipe is followed by the first. */
  public int index() {
    return Math.max(0, RUNS.indexOf(run));
  }

  public boolean isRecipe() {
    return run.endsWith(RECIPE);
  }

  /** The same as a text. */
  public String text() {
    return run + "@" + step;
  }
}
