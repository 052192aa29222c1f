package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Language;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.PlainText;
import attentionscope.lesson.prose.Section;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.yaml.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXFormula;

/** The lessons that come with the program. */
class CourseTest {
  private static final int MOST_WORDS = 70;

  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final Runner RUNNER = new Runner(new ModelLibrary(PROGRAM));

  private static List<String> languages() throws Problem {
    return Languages.load(PROGRAM).all().stream().map(Language::code).toList();
  }

  static List<Lesson> lessons() throws Problem {
    Course course = Course.read(PROGRAM.lessons(), languages());
    assertFalse(course.lessons().isEmpty(), "no lessons under " + PROGRAM.lessons());
    return course.lessons();
  }

  @Test
  void everyLessonPlaysInEveryLanguageWithoutAFault() throws Problem {
    Texts english = Languages.load(PROGRAM).find("en").orElseThrow();
    List<Fault> faults = new Checker(RUNNER, languages()).check(PROGRAM.lessons());
    assertEquals(
        List.of(), faults.stream().map(fault -> fault.say(english)).toList(), "faults in lessons");
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonHasFiveToTwelveStepsAndFiveToTwelveMinutes(Lesson lesson) {
    assertTrue(lesson.steps().size() >= 5 && lesson.steps().size() <= 12, lesson.id());
    assertTrue(lesson.minutes() >= 5 && lesson.minutes() <= 12, lesson.id());
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonAsksForAPrediction(Lesson lesson) {
    assertTrue(lesson.steps().stream().anyMatch(s -> s.question().isPresent()), lesson.id());
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void noStepSaysMoreThanSeventyWordsAtATime(Lesson lesson) throws Problem {
    List<String> tooLong = new ArrayList<>();
    for (Said said : said(lesson)) {
      int words = words(said.blocks());
      if (words >= MOST_WORDS) {
        tooLong.add(said.where() + " has " + words + " words");
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void theFormulasCanBeDrawn(Lesson lesson) throws Problem {
    for (Said said : said(lesson)) {
      for (Block block : said.blocks()) {
        if (block instanceof Block.DisplayFormula(String tex)) {
          assertFalse(new TeXFormula(tex).createTeXIcon(0, 20).getIconWidth() <= 0, tex);
        }
      }
    }
  }

  private record Said(String where, List<Block> blocks) {}

  /** Everything that can be said at once, step by step and part by part. */
  private static List<Said> said(Lesson lesson) throws Problem {
    List<Said> all = new ArrayList<>();
    for (String language : languages()) {
      for (Step step : lesson.steps()) {
        Runs runs =
            new Runs(RUNNER.run(step.workspace()), RUNNER.run(lesson.start()), Optional.empty());
        Section section = lesson.section(language, step);
        String where = lesson.id() + "/" + language + ".md " + step.id();
        all.add(new Said(where, section.body().blocks(runs)));
        section
            .parts()
            .forEach(
                (name, part) -> all.add(new Said(where + " " + name, part.body().blocks(runs))));
      }
    }
    return all;
  }

  /** Formulas on lines of their own are looked at, not read. */
  private static int words(List<Block> blocks) {
    String plain =
        PlainText.of(blocks.stream().filter(b -> !(b instanceof Block.DisplayFormula)).toList());
    return (int)
        plain
            .lines()
            .flatMap(line -> List.of(line.split("\\s+")).stream())
            .filter(w -> w.matches(".*\\w.*|.*[가-힣].*"))
            .count();
  }
}
