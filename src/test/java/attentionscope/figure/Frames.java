package attentionscope.figure;

import attentionscope.figure.paint.FontMeasure;
import attentionscope.figure.paint.Formulas;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;

/** Frames in the program's own fonts and languages. */
public final class Frames {

  private static final Frame ENGLISH = frame("en");
  private static final Frame KOREAN = frame("ko");

  private Frames() {}

  public static Frame english(double width, double height) {
    return ENGLISH.sized(width, height);
  }

  public static Frame korean(double width, double height) {
    return KOREAN.sized(width, height);
  }

  private static Frame frame(String language) {
    try {
      ProgramFolder program = ProgramFolder.find();
      return new Frame(
          1,
          1,
          Languages.load(program).find(language).orElseThrow(),
          FontMeasure.load(program),
          new Formulas());
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }
}
