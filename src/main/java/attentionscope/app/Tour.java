package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.lesson.Lesson;
import attentionscope.lesson.Spoken;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.PlainText;
import attentionscope.view.Lecture;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a lesson without a window: a picture of every step in a folder, and its text on paper. */
public final class Tour {

  private static final int COLUMNS = 100;

  private final Program program;
  private final Snapshots snapshots;
  private final Texts texts;

  private Tour(Program program, Texts texts, Theme theme, Snapshots.Size size) {
    this.program = program;
    this.texts = texts;
    this.snapshots = new Snapshots(program, texts, theme, size);
  }

  /**
   * Plays every step of a lesson. Starts JavaFX where it does not run yet; it then goes on running.
   *
   * @param lesson the name of its folder
   * @param folder gets {@code NN-step.png}; made where it is missing
   * @param out gets the text of each step, with its numbers
   * @return the pictures
   * @throws Problem when the lesson is missing or faulty, or the folder can't be written
   */
  public static List<Path> play(
      Program program,
      String lesson,
      Texts texts,
      Theme theme,
      Snapshots.Size size,
      Path folder,
      PrintWriter out)
      throws Problem {
    return new Tour(program, texts, theme, size).play(lesson, folder, out);
  }

  private List<Path> play(String id, Path folder, PrintWriter out) throws Problem {
    Lesson lesson = program.lesson(id);
    String title = lesson.title(texts.language().code());
    out.println(title);
    List<Path> pictures = new ArrayList<>();
    for (int step = 0; step < lesson.steps().size(); step++) {
      String name = "%02d-%s.png".formatted(step, lesson.steps().get(step).id());
      Path picture = folder.resolve(name);
      Shown shown = snapshots.write(new Opening.OfLesson(id, step), picture);
      pictures.add(picture);
      shown.lecture().ifPresent(lecture -> print(lecture, name, out));
      out.flush();
    }
    return pictures;
  }

  private void print(Lecture lecture, String picture, PrintWriter out) {
    Spoken spoken = lecture.spoken();
    out.println();
    out.println(
        texts.get(
            "app.tour.step",
            lecture.player().index() + 1,
            lecture.count(),
            spoken.title(),
            picture));
    print(spoken.body(), out);
    Optional<Spoken.Asked> asked = spoken.asked();
    asked.ifPresent(
        question -> {
          out.println("  ? " + texts.get("app.tour.question"));
          question.lines().values().forEach(line -> out.println("    - " + PlainText.line(line)));
        });
  }

  private static void print(List<Block> blocks, PrintWriter out) {
    PlainText.of(blocks).lines().forEach(line -> wrap(line).forEach(out::println));
  }

  /** Lines that fit a terminal; Korean letters are as wide as two. */
  static List<String> wrap(String line) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder("  ");
    int width = 2;
    for (String word : line.split(" ")) {
      int wide = word.codePoints().map(c -> c >= 0x1100 && c <= 0xffdc ? 2 : 1).sum();
      if (width > 2 && width + 1 + wide > COLUMNS) {
        lines.add(current.toString());
        current = new StringBuilder("  ");
        width = 2;
      }
      if (width > 2) {
        current.append(' ');
        width++;
      }
      current.append(word);
      width += wide;
    }
    lines.add(current.toString());
    return lines;
  }
}
