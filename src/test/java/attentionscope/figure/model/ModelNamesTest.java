package attentionscope.figure.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Language;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.workspace.ModelLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelNamesTest {

  private static final ProgramFolder PROGRAM = ProgramFolder.find();

  @Test
  void everyTrainedModelHasANameOfItsOwnInEveryLanguage() throws Problem {
    Languages languages = Languages.load(PROGRAM);
    for (Language language : languages.all()) {
      Texts texts = languages.find(language.code()).orElseThrow();
      List<String> trained =
          new ModelLibrary(PROGRAM)
              .shipped().stream().filter(name -> name.startsWith("trained/")).toList();
      List<String> names = trained.stream().map(name -> ModelNames.of(name, texts)).toList();
      assertFalse(trained.isEmpty());
      assertEquals(names.size(), names.stream().distinct().count());
      for (String name : trained) {
        assertTrue(ModelNames.of(name, texts).contains(" "), name);
      }
    }
  }

  @Test
  void othersAreCalledByTheLastPartOfWhereTheyAre() throws Problem {
    Texts texts = Languages.load(PROGRAM).find("en").orElseThrow();
    assertEquals("i-go-home", ModelNames.of("toy/i-go-home", texts));
    assertEquals("reverse", ModelNames.of("my/reverse/", texts));
    assertEquals("gpt2", ModelNames.of("C:\\models\\gpt2", texts));
  }
}
