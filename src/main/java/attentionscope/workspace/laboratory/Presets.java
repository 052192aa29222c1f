package attentionscope.workspace.laboratory;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import attentionscope.workspace.training.Plan;
import attentionscope.workspace.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** For every task something good to begin with: a recipe of it, or what is usual. */
public final class Presets {

  private final Path recipes;
  private final Path trained;
  private final Tasks tasks;

  public Presets(ProgramFolder program) {
    recipes = program.assets().resolve("recipes");
    trained = program.assets().resolve("models").resolve("trained");
    tasks = new Tasks(program);
  }

  /** The names of all tasks. */
  public List<String> tasks() {
    return tasks.names();
  }

  /**
   * What to begin a task with: the recipe of its name, else the first there is of it.
   *
   * @throws Problem when there is no such task, or its recipe has faults
   */
  public Plan of(String name) throws Problem {
    Task task = tasks.open(name);
    Optional<Plan> found = Optional.empty();
    for (Path file : files()) {
      Plan plan = Recipe.read(file).plan();
      boolean named = file.getFileName().toString().equals(name + Recipe.ENDING);
      if (plan.task().equals(name) && (named || found.isEmpty())) {
        found = Optional.of(plan);
      }
    }
    return found.orElseGet(() -> Plan.usual(name, kind(task)));
  }

  /**
   * The trained models that came with the program, by the names that plans call them.
   *
   * @throws Problem when the program's folder can't be read
   */
  public List<String> models() throws Problem {
    try (Stream<Path> files = Files.list(trained)) {
      return files
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new Problem(fault, "files.problem.unreadable", trained, BoundedFile.said(fault));
    }
  }

  private List<Path> files() throws Problem {
    try (Stream<Path> files = Files.list(recipes)) {
      return files.filter(file -> file.toString().endsWith(Recipe.ENDING)).sorted().toList();
    } catch (IOException fault) {
      throw new Problem(fault, "files.problem.unreadable", recipes, BoundedFile.said(fault));
    }
  }

  private static String kind(Task task) {
    return switch (task.kind()) {
      case PAIRS -> "transformer";
      case TEXT -> "decoder-only";
      case MASKED, TAGS -> "encoder-only";
      case LABEL -> "lstm-classifier";
    };
  }
}
