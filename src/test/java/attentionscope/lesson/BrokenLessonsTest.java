package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a lesson has its file, its line, what is wrong, and the nearest right name. */
class BrokenLessonsTest {
  private static final String YAML = "lesson.yaml";
  private static final String EN = "en.md";
  private static final String H = "encoder.0.self.head.0.";
  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final Checker CHECKER =
      new Checker(new Runner(new ModelLibrary(PROGRAM)), List.of("en", "ko"));

  @TempDir Path folder;

  private record Break(String file, String old, String replacement, String fault) {
    @Override
    public String toString() {
      return fault;
    }
  }

  private static Break yaml(String old, String replacement, String fault) {
    return new Break(YAML, old, replacement, YAML + ":" + fault);
  }

  private static Break english(String old, String replacement, String fault) {
    return new Break(EN, old, replacement, EN + ":" + fault);
  }

  private List<String> faults() throws Problem {
    Texts english = Languages.load(PROGRAM).find("en").orElseThrow();
    return CHECKER.check(folder).stream()
        .map(
            fault ->
                fault.file().getFileName() + ":" + fault.line() + ": " + fault.message(english))
        .toList();
  }

  @Test
  void aSoundLessonHasNoFaults() throws Problem {
    new SmallLesson().write(folder);
    assertEquals(List.of(), faults());
  }

  static List<Break> keys() {
    return List.of(
        yaml(
            "minutes: 5",
            "minuets: 5\nminutes: 5",
            "2: There is no key minuets here. Did you mean: minutes?"),
        yaml("focus: e", "fokus: e", "7: There is no key fokus here. Did you mean: focus?"),
        yaml("set: {mask", "set: {maks", "12: There is no key maks here. Did you mean: mask?"),
        yaml(
            "{mask: look-ahead}",
            "{mask: lookahead}",
            "12: lookahead is not known here. Did you mean: look-ahead?"),
        yaml("{mask: look-ahead}", "{scale: 1}", "12: 1 is not known here. Did you mean: off, on?"),
        yaml("{mask: look-ahead}", "off", "12: set has to hold keys with values."),
        yaml(
            "minutes: 5",
            "minutes: five",
            "2: minutes has to be a whole number from 1 to 60, not five."),
        yaml("minutes: 5", "minutes: [5]", "2: minutes has to be a word or a text."),
        yaml("minutes: 5\n", "", "1: The key minutes is missing."),
        yaml(", ko: 작은 수업", "", "1: The key ko is missing."),
        yaml("input: I go home, ", "", "4: The key input is missing."),
        yaml("view: steps", "view: step", "4: step is not known here. Did you mean: steps?"),
        yaml("id: change", "id: look", "15: Two steps are called look."),
        yaml(
            "    ask: {kind: cell, target: encoder.0.self.head.0.weights, row: 2, answer:"
                + " argmax}\n",
            "",
            "13: Only a step that asks something has something to reveal."),
        yaml("value: 8", "value: much", "17: value has to be a number, not much."),
        yaml(
            "scores[0,1]\", value",
            "scores\", value",
            "17: " + H + "scores is not a cell. A cell is written id[0,1]."),
        yaml(
            "{cell: \"encoder.0.self.head.0.scores[0,1]\", value: 8}",
            "{sell: x}",
            "17: There is no key sell here. Did you mean: cell?"),
        yaml("kind: cell", "kind: cel", "13: cel is not known here. Did you mean: cell, set?"),
        yaml("49-before", "48-before", "3: There is no lesson 48-before. Did you mean: 49-before?"),
        yaml(
            "49-before",
            "50-small",
            "3: The lesson 50-small comes later and cannot be needed here."));
  }

  static List<Break> changes() {
    String matrix =
        "17: A matrix is rows of equally many numbers, [[1, 0], [0, 1]], at most 4096 in all.";
    String cell = "{cell: \"encoder.0.self.head.0.scores[0,1]\", value: 8}";
    return List.of(
        yaml(cell, "{replace: encoder.0.self.q.weight, matrix: [[1, 0], [1]]}", matrix),
        yaml(cell, "{replace: encoder.0.self.q.weight, matrix: [[a]]}", matrix),
        yaml(cell, "{replace: encoder.0.self.q.weight}", "17: The key matrix is missing."),
        yaml(
            cell,
            "{replace: encoder.0.self.q.weight, matrix: [[1, 0]]}",
            "15: encoder.0.self.q.weight is 4 x 4 and can't be replaced by a matrix of 1 x 2."),
        yaml(
            cell,
            "{zero: encoder.0.self.head.1.output}",
            "15: This run has no matrix named encoder.0.self.head.1.output. The nearest names are:"
                + " encoder.0.self.head.0.output, encoder.0.self.head.0.k,"
                + " encoder.0.self.head.0.masked."));
  }

  static List<Break> form() {
    return List.of(
        yaml(
            "[\"encoder.0.self.head.0.q[0,*]\"]",
            "[encoder.0.self.head.0.q[0,*]]",
            "8: This is not YAML: unexpected character found ](93). Inside [ ] a region needs"
                + " quotes: 'encoder.0.self.q[0,*]'."),
        yaml(
            "minutes: 5",
            "minutes: 'five",
            "10: This is not YAML: expected <block end>, but found '<scalar>'."),
        yaml("minutes: 5", "minutes: 5\nminutes: 6", "3: The key minutes is there twice."),
        yaml(
            "minutes: 5",
            "minutes: &five 5",
            "2: Anchors (&) and aliases (*) are not read here; write the value out. A value that"
                + " begins with * needs quotes."),
        yaml(
            "minutes: 5",
            "minutes: *five",
            "2: Anchors (&) and aliases (*) are not read here; write the value out. A value that"
                + " begins with * needs quotes."),
        yaml(
            "minutes: 5",
            "minutes: !!java.net.URL [x]",
            "2: The tag tag:yaml.org,2002:java.net.URL is not read here."),
        yaml(
            "minutes: 5",
            "minutes: [[[[[[[[[[5]]]]]]]]]]",
            "2: Values lie within one another more than 8 deep."),
        yaml("minutes: 5", "? [a]\n: 5", "2: A key has to be a word."),
        yaml(
            "needs: [49-before]",
            "needs: [49-before]\n---",
            "4: The file holds a second document after ---; one is expected."));
  }

  static List<Break> run() {
    return List.of(
        yaml(
            "toy/i-go-home",
            "toy/i-go-hme",
            "4: There is no model toy/i-go-hme, nor a folder of that name. There are:"
                + " toy/i-go-home."),
        yaml(
            "focus: encoder.0.self.head.0.scores[0,2]",
            "focus: encoder.0.self.head.0.score[0,2]",
            "7: This run has no matrix named "
                + H
                + "score. The nearest names are: "
                + H
                + "scores, "
                + H
                + "scaled, "
                + H
                + "k."),
        yaml(
            "scores[0,2]\n",
            "scores[0,3]\n",
            "7: "
                + H
                + "scores[0,3] is outside: "
                + H
                + "scores has 3 rows and 3 columns, counted from 0."),
        yaml(
            "focus: encoder.0.self.head.0.scores[0,2]",
            "focus: scores[0",
            "7: scores[0 is not a part of a run. It is written id, id[0,*], id[*,1] or id[0,1]."),
        yaml(
            "q[0,*]",
            "q[3,*]",
            "8: " + H + "q[3,*] is outside: " + H + "q has 3 rows and 4 columns, counted from 0."),
        yaml(
            "weights[2,0]\"}",
            "weights[2,7]\"}",
            "14: "
                + H
                + "weights[2,7] is outside: "
                + H
                + "weights has 3 rows and 3 columns, counted from 0."),
        yaml("== 4", "== 5", "10: This is not true of the run: value('" + H + "scores[0,2]') == 5"),
        yaml("== 4", "+ 4", "10: value('" + H + "scores[0,2]') + 4 is neither true nor false."),
        yaml("value('", "vlaue('", "10: There is no function vlaue. Did you mean: value?"),
        yaml(
            "row: 2",
            "row: 5",
            "13: "
                + H
                + "weights[5,*] is outside: "
                + H
                + "weights has 3 rows and 3 columns, counted from 0."),
        yaml(
            "answer: argmax",
            "answer: 1 + 2",
            "13: The answer 1 + 2 comes to 3.000, which is no cell of " + H + "weights[2,*]."),
        yaml(
            "scores[0,1]\", value",
            "scores[0,2]\", value",
            "15: The change names " + H + "scores[0,2], but " + H + "scores is 2 x 2."));
  }

  static List<Break> text() {
    return List.of(
        english("Look here", "Look at $q$", "1: The title of a step is plain words: Look at $q$"),
        english(
            "## change: Change",
            "## chnage: Change",
            "23: lesson.yaml has no step chnage. Did you mean: change?"),
        english(
            "## look: Look here",
            "## look",
            "1: The section look has no title. Write it behind a colon: ## look: Title"),
        english(
            "## look: Look here",
            "# Small\n\n## look: Look here",
            "1: This headline is not understood: # Small. A step begins with ## step-id: Title, a"
                + " part of it with ### name."),
        english("Which one?\n", "", "7: guess says nothing."),
        english(
            "### hint\n\nThe first.\n",
            "",
            "7: The part hint of the step guess is missing. It begins with ### hint."),
        english("### wrong", "### worng", "15: This step has no part worng. Did you mean: wrong?"),
        english(
            "value('encoder.0.self.head.0.scores[0,2]')",
            "value('encoder.0.self.head.0.scores[9,2]')",
            "3: "
                + H
                + "scores[9,2] is outside: "
                + H
                + "scores has 3 rows and 3 columns, counted from 0."),
        english(
            "value('encoder.0.self.head.0.scores[0,2]')",
            "'x'.length()",
            "3: Expressions know no .length()"),
        english(
            "scores[0,2]') }}",
            "scores[0,2]') | 을룰 }}",
            "3: 을룰 says nothing about how to write a number. Did you mean: 을를?"),
        english(
            "scores[0,2]') }}", "scores[0,2]')", "3: '{{' is not closed by '}}' on the same line."),
        english(
            "{{ value('encoder.0.self.head.0.scores[0,2]') }}",
            "{{ 4 }}",
            "3: 4 does not look at the run. If it may stand here all the same, add: | given"),
        english(
            "{{ value('encoder.0.self.head.0.scores[0,2]') }}",
            "0.665",
            "3: 0.665 looks like a result and is written by hand. Take it from the run, or say that"
                + " it is given: '{{ … | given }}'."),
        english(
            "{{ value('encoder.0.self.head.0.scores[0,2]') }}",
            "a = 4",
            "3: = 4 looks like a result and is written by hand. Take it from the run, or say that"
                + " it is given: '{{ … | given }}'."),
        english(
            "Q K^\\top",
            "Q K^\\top = 4",
            "5: = 4 looks like a result and is written by hand. Take it from the run, or say that"
                + " it is given: '{{ … | given }}'."),
        english(
            "Q K^\\top",
            "Q K^\\tpo",
            "5: There is no tpo in formulas. Did you mean: to, top, rho?"),
        english("Q K^\\top", "\\frac{Q}", "5: \\frac in a formula lacks what belongs to it."),
        english("\\top$$", "\\top$", "5: A formula begins with $$ and does not end."),
        english("$$Q K", "So $$Q K", "5: A formula between $$ needs a paragraph of its own."),
        english(
            "focus:encoder.0.self.head.0.q)",
            "focus:encoder.0.self.head.0.qq)",
            "3: This run has no matrix named "
                + H
                + "qq. The nearest names are: "
                + H
                + "q, "
                + H
                + "k, "
                + H
                + "v."),
        english(
            "focus:encoder.0.self.head.0.q)",
            "control:steps.maks)",
            "3: The window has no part steps.maks. Did you mean: steps.mask, steps.play,"
                + " steps.scale?"),
        english(
            "focus:encoder.0.self.head.0.q)",
            "https://example.org)",
            "3: A text cannot point at https. It can point at: control, focus, lesson."),
        english(
            "lesson:49-before",
            "lesson:49-befor",
            "25: There is no lesson 49-befor. Did you mean: 49-before?"),
        english(
            "Which one?",
            "Which <b>one</b>?",
            "9: HTML cannot stand in a lesson. Paragraphs, lists, tables, code, emphasis, formulas"
                + " and pointers can."),
        english(
            "Which one?",
            "<script>x</script>",
            "9: HTML cannot stand in a lesson. Paragraphs, lists, tables, code, emphasis, formulas"
                + " and pointers can."),
        english(
            "Which one?",
            "![x](file.png)",
            "9: ![…] cannot stand in a lesson. Paragraphs, lists, tables, code, emphasis, formulas"
                + " and pointers can."),
        english("Which one?", "Which **one?", "9: ** was left over: it opens or closes nothing."),
        // the answer is on the run with the mask, and so is what is said about it
        english(
            "max('encoder.0.self.head.0.weights[2,*]')",
            "max('encoder.0.self.head.0.weights[3,*]')",
            "21: "
                + H
                + "weights[3,*] is outside: "
                + H
                + "weights has 3 rows and 3 columns, counted from 0."));
  }

  @ParameterizedTest
  @MethodSource({"keys", "changes", "form", "run", "text"})
  void isNamed(Break broken) throws Problem {
    new SmallLesson().with(broken.file, broken.old, broken.replacement).write(folder);
    List<String> faults = faults();
    assertTrue(
        faults.contains(broken.fault),
        () -> broken.fault + "\nis not among\n" + String.join("\n", faults));
  }

  @Test
  void allFaultsAreNamedAtOnce() throws Problem {
    new SmallLesson()
        .with(YAML, "minutes: 5", "minutes: 99")
        .with(YAML, "== 4", "== 5")
        .with(YAML, "weights[2,0]", "weights[2,9]")
        .with(EN, "Which one?", "Which **one?")
        .with("ko.md", "## change: Change", "## other: Change")
        .write(folder);
    List<String> faults = faults();
    assertEquals(
        List.of(
            "en.md:9",
            "ko.md:23",
            "lesson.yaml:2",
            "lesson.yaml:10",
            "lesson.yaml:14",
            "lesson.yaml:15"),
        faults.stream().map(fault -> fault.replaceFirst("(:\\d+):.*", "$1")).toList(),
        faults.toString());
  }

  @Test
  void aMissingLanguageIsAFault() throws Problem {
    Path lesson = new SmallLesson().without("ko.md").write(folder);
    assertEquals(List.of("ko.md:1: " + lesson.resolve("ko.md") + " does not exist."), faults());
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws Problem {
    Path lesson = new SmallLesson().withText(YAML, "#".repeat((256 << 10) + 1)).write(folder);
    assertEquals(
        "lesson.yaml:1: "
            + lesson.resolve(YAML)
            + " has 262145 bytes; at most 262144 are read here.",
        faults().getFirst());
  }

  @Test
  void aLessonOfManyStepsIsRefused() throws Problem {
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < 61; i++) {
      steps.append("  - {id: s").append(i).append("}\n");
    }
    new SmallLesson().with(YAML, "steps:\n", "steps:\n" + steps).write(folder);
    assertEquals(
        "lesson.yaml:5: A lesson has 1 to 60 steps, this one 64.",
        faults().stream().filter(f -> f.startsWith(YAML)).findFirst().orElseThrow());
  }

  @Test
  void deepMarkupAndLongSectionsAreRefused() throws Problem {
    new SmallLesson()
        .with(EN, "Which one?", "> ".repeat(3000) + "x")
        .with("ko.md", "Which one?", "*a ".repeat(4000))
        .write(folder);
    List<String> faults = faults();
    assertEquals(
        "en.md:9: BlockQuote cannot stand in a lesson. Paragraphs, lists, tables, code, emphasis,"
            + " formulas and pointers can.",
        faults.getFirst());
    assertEquals(
        true,
        faults.contains("ko.md:8: A section is longer than 8000 characters."),
        faults.toString());
  }
}
