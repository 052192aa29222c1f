package attentionscope.view;

import attentionscope.figure.Type;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/** Our own faces, made known to JavaFX, so that every machine shows the same letters. */
public final class Fonts {

  private Fonts() {}

  /**
   * Loads every face that figures and style sheets name. A second call changes nothing.
   *
   * @throws Problem naming a file that is missing or isn't a font
   */
  public static void load(ProgramFolder program) throws Problem {
    Path folder = program.assets().resolve("fonts");
    for (String name : Stream.of(Type.Face.values()).flatMap(Fonts::files).distinct().toList()) {
      Path file = folder.resolve(name);
      if (Font.loadFont(file.toUri().toString(), Type.ui(12).size()) == null) {
        copy(file);
      }
    }
  }

  /** JavaFX cannot read a font where its path has letters beyond ASCII, but reads a copy of it. */
  private static void copy(Path file) throws Problem {
    try (InputStream in = Files.newInputStream(file)) {
      if (Font.loadFont(in, Type.ui(12).size()) == null) {
        throw new Problem("view.problem.font", file);
      }
    } catch (IOException fault) {
      throw new Problem(fault, "view.problem.font", file);
    }
  }

  private static Stream<String> files(Type.Face face) {
    return Stream.of(Type.Weight.values()).map(weight -> new Type(face, 12, weight).file());
  }
}
