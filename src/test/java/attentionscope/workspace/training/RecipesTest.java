package attentionscope.workspace.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.Examination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe that came with the program gives what it gave when its model was made. */
class RecipesTest {

  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final Path RECIPES = PROGRAM.assets().resolve("recipes");
  private static final Path MODELS = PROGRAM.assets().resolve("models/trained");

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(RECIPES)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(Recipe.ENDING))
              .map(name -> name.substring(0, name.length() - Recipe.ENDING.length()))
              .sorted()
              .toList();
      return names.stream(); // none at all is a failure
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsFirstStepsHaveTheLossesThatWereRecorded(String name) throws Problem {
    Recipe recipe = Recipe.read(RECIPES.resolve(name + Recipe.ENDING));
    TrainingRun run = new TrainingRun(PROGRAM, recipe.plan());
    List<Float> losses = recipe.recorded().orElseThrow().losses();
    assertTrue(losses.size() >= 3, "too few losses");
    for (float loss : losses) {
      assertEquals(loss, run.step().loss());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsModelAnswersAsItDidThen(String name) throws Problem {
    Recipe recipe = Recipe.read(RECIPES.resolve(name + Recipe.ENDING));
    Recipe.Recorded recorded = recipe.recorded().orElseThrow();
    TrainedModel model = TrainedModel.open(PROGRAM, MODELS.resolve(name));
    assertEquals(recipe.plan(), model.plan());
    Examination found = model.examine(recipe.plan().seed(), recorded.found().samples());
    assertEquals(recorded.found(), found);
  }
}
