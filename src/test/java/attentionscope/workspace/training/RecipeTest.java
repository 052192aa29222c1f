package attentionscope.workspace.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.checkpoint.OwnConfig;
import attentionscope.files.Problem;
import attentionscope.train.Examination;
import attentionscope.workspace.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {

  @TempDir private Path folder;

  @Test
  void whatIsLeftOutIsAsUsual() throws Problem, IOException {
    Recipe recipe = read("task: sort", "kind: decoder-only", "steps: 20", "rate: 1e-3");
    Plan usual = Plan.usual("sort", "decoder-only");
    assertEquals("decoder-only", recipe.plan().kind());
    assertEquals(20, recipe.plan().steps());
    assertEquals(1e-3, recipe.plan().rate());
    assertEquals(usual.batch(), recipe.plan().batch());
    assertTrue(recipe.recorded().isEmpty());
  }

  @Test
  void whatIsSpecialIsRead() throws Problem, IOException {
    Plan.Special special =
        read(
                "task: which-first",
                "kind: encoder-only",
                "positions: none",
                "width: 32",
                "layers: 1",
                "from: which-first",
                "samples: 100",
                "example: {source: a x y}")
            .plan()
            .special();
    assertEquals(
        new Plan.Special(
            new OwnConfig.Change(Optional.of("none"), Optional.of(32), Optional.of(1)),
            Optional.of("which-first"),
            100,
            Optional.of(new Typed("a x y", ""))),
        special);
  }

  @Test
  void whatCameOfItIsReadBack() throws Problem, IOException {
    Recipe.Recorded recorded =
        read(
                "task: sort",
                "kind: transformer",
                "recorded:",
                "  date: 2026-11-20",
                "  program: 1.0",
                "  losses: [2.5, 2.25]",
                "  examined: 500",
                "  right: 499",
                "  choices: 250",
                "  chosen: 249")
            .recorded()
            .orElseThrow();
    assertEquals(
        new Recipe.Recorded(
            "2026-11-20", "1.0", List.of(2.5f, 2.25f), new Examination(500, 499, 250, 249)),
        recorded);
  }

  @Test
  void whatIsRecordedStandsInThePlaceOfWhatWas() throws Problem, IOException {
    Recipe before = read("# why", "task: sort", "kind: transformer");
    Path file = folder.resolve("recipe.yaml");
    Recipe.Recorded first =
        new Recipe.Recorded("2026-11-20", "1.0", List.of(2.5f), new Examination(10, 9, 4, 3));
    Recipe.record(file, first);
    assertEquals(first, Recipe.read(file).recorded().orElseThrow());
    Recipe.Recorded second =
        new Recipe.Recorded("2026-11-21", "1.1", List.of(0.1f, 1e-7f), new Examination(5, 5, 0, 0));
    Recipe.record(file, second);
    assertEquals(new Recipe(before.plan(), Optional.of(second)), Recipe.read(file));
    assertTrue(Files.readString(file).startsWith("# why\n"));
  }

  @Test
  void faultsAreNamed() throws IOException {
    assertEquals("yaml.problem.missing-key", refused("task: sort"));
    assertEquals("yaml.problem.unknown-key", refused("task: a", "kind: b", "stepps: 3"));
    assertEquals("yaml.problem.not-whole", refused("task: a", "kind: b", "steps: many"));
    assertEquals("workspace.problem.plan", refused("task: a", "kind: b", "rate: 100"));
  }

  private String refused(String... lines) throws IOException {
    Problem problem = assertThrows(Problem.class, () -> read(lines));
    return problem.args().stream()
        .filter(Problem.class::isInstance)
        .map(Problem.class::cast)
        .map(Problem::key)
        .findFirst()
        .orElse(problem.key());
  }

  private Recipe read(String... lines) throws Problem, IOException {
    Path file = folder.resolve("recipe.yaml");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return Recipe.read(file);
  }
}
