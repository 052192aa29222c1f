package attentionscope.app;

import attentionscope.figure.paint.Png;
import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.view.Fonts;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures of the very window, which need no screen. */
public final class Snapshots {

  /**
   * How a picture is taken.
   *
   * @param width in pixels
   * @param height in pixels
   */
  public record Size(int width, int height) {
    public static final Size USUAL = new Size(1440, 900);
  }

  private final Program program;
  private final Texts texts;
  private final Theme theme;
  private final Size size;

  /** Starts JavaFX where it does not run yet; without a screen, on its headless platform. */
  public Snapshots(Program program, Texts texts, Theme theme, Size size) {
    this.program = program;
    this.texts = texts;
    this.theme = theme;
    this.size = size;
    FxThread.start();
  }

  /**
   * Writes a picture of the window as it begins with this. Called from any other thread than
   * JavaFX's.
   *
   * @return what is on it
   * @throws Problem when that cannot be shown, or the file can't be written
   */
  public Shown write(Opening opening, Path file) throws Problem {
    return FxThread.call(
        () -> {
          Fonts.load(program.folder());
          Session session =
              new Session(
                  program.answers(),
                  program.languages(),
                  opening.workspace(program),
                  texts,
                  theme,
                  Session.Threads.INLINE);
          Scene scene =
              new Scene(new Shell(session, program.drawer()), size.width(), size.height());
          Themes.dress(scene, theme);
          write(png(scene), file);
          return session.shown();
        });
  }

  private static void write(byte[] png, Path file) throws Problem {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, png);
    } catch (IOException fault) {
      throw new Problem(fault, "app.problem.picture", file, BoundedFile.said(fault));
    }
  }

  /** The first picture lays everything out; only the second is of the result. */
  private byte[] png(Scene scene) {
    scene.snapshot(null);
    WritableImage image = scene.snapshot(null);
    int[] argb = new int[size.width() * size.height()];
    image
        .getPixelReader()
        .getPixels(
            0,
            0,
            size.width(),
            size.height(),
            PixelFormat.getIntArgbInstance(),
            argb,
            0,
            size.width());
    return Png.encode(argb, size.width(), size.height());
  }
}
