package attentionscope.cli;

import attentionscope.app.Opening;
import attentionscope.app.Program;
import attentionscope.app.Snapshots;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.lesson.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws lessons and workspaces without a window. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "Draw a lesson, one of its steps, or a workspace.")
final class RenderCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "WHAT",
      description = {
        "LESSON, LESSON:STEP (its name or its number from 0),",
        "a workspace's file, NAME.attention or NAME.yaml, or a model: a folder with a slash,",
        "or a name such as toy/i-go-home."
      })
  private String what = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets the pictures.")
  private Path out = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "png|svg",
      description = "The window as PNG (default), or its figure as SVG.")
  private Format format = Format.png;

  @Mixin private Appearance appearance = new Appearance();

  /** What a picture is. */
  enum Format {
    png,
    svg
  }

  /** One picture to draw. */
  private record Picture(String name, Opening opening) {}

  @Override
  public Integer call() throws Problem {
    Screen.doWithout();
    NativeLibrary.check(false);
    Program program = Program.load(ProgramFolder.find());
    Snapshots snapshots =
        new Snapshots(program, appearance.texts(program), appearance.theme(), appearance.size());
    for (Picture picture : pictures(program)) {
      Path file = out.resolve(picture.name() + "." + format);
      switch (format) {
        case png -> snapshots.write(picture.opening(), file);
        case svg -> snapshots.writeFigure(picture.opening(), file);
      }
      spec.commandLine().getOut().println(file);
    }
    return 0;
  }

  private List<Picture> pictures(Program program) throws Problem {
    if (Beginning.isNamedBy(what)) {
      return List.of(new Picture(Beginning.pictureOf(what), Beginning.with(what)));
    }
    int colon = what.indexOf(':');
    Lesson lesson = program.lesson(colon < 0 ? what : what.substring(0, colon));
    if (colon >= 0) {
      return List.of(picture(lesson, step(lesson, what.substring(colon + 1))));
    }
    List<Picture> all = new ArrayList<>();
    for (int step = 0; step < lesson.steps().size(); step++) {
      all.add(picture(lesson, step));
    }
    return all;
  }

  private static Picture picture(Lesson lesson, int step) {
    String name = "%s-%02d-%s".formatted(lesson.id(), step, lesson.steps().get(step).id());
    return new Picture(name, new Opening.OfLesson(lesson.id(), step));
  }

  private static int step(Lesson lesson, String wanted) throws Problem {
    return IntStream.range(0, lesson.steps().size())
        .filter(
            step ->
                lesson.steps().get(step).id().equals(wanted)
                    || Integer.toString(step).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    "cli.problem.step",
                    lesson.id(),
                    wanted,
                    String.join(", ", lesson.steps().stream().map(s -> s.id()).toList())));
  }
}
