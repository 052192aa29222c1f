package attentionscope.app;

import attentionscope.figure.Figure;
import attentionscope.figure.paint.Png;
import attentionscope.figure.paint.SvgPainter;
import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.lesson.Progress;
import attentionscope.view.Fonts;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.view.positions.PositionsView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static final int SETTLING = 3;

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
    return take(
        opening,
        (scene, shown) -> {
          write(Png.encode(pixels(scene), size.width(), size.height()), file);
          return shown;
        });
  }

  /**
   * Writes the figure in the middle of that window as SVG: sharp at any size, its words as text.
   * Called from any other thread than JavaFX's.
   *
   * @return what is on it
   * @throws Problem when that cannot be shown, or the file can't be written
   */
  public Shown writeFigure(Opening opening, Path file) throws Problem {
    return take(
        opening,
        (scene, shown) -> {
          write(svg(scene), file);
          return shown;
        });
  }

  /** Does something with a window that is laid out. */
  interface Use<T> {
    T of(Scene scene, Shown shown) throws Problem;
  }

  /**
   * Lays out a window as it begins with this, on JavaFX's thread.
   *
   * @return what is made of it
   * @throws Problem when that cannot be shown
   */
  <T> T take(Opening opening, Use<T> use) throws Problem {
    return FxThread.call(
        () -> {
          Fonts.load(program.folder());
          Session session =
              new Session(
                  program.answers(),
                  program.languages(),
                  opening.workspace(program, Progress.NONE),
                  Progress.NONE,
                  texts,
                  theme,
                  Session.Threads.INLINE);
          Scene scene =
              new Scene(new Shell(session, program.drawer()), size.width(), size.height());
          Themes.dress(scene, theme);
          // the first picture lays everything out; what that asked for is done before the next
          scene.snapshot(null);
          for (int pass = 0; pass < SETTLING; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
          }
          return use.of(scene, session.shown());
        });
  }

  private byte[] svg(Scene scene) {
    SvgPainter painter = new SvgPainter(theme.palette(), program.drawer().formulas());
    return painter.paint(figure(scene)).getBytes(StandardCharsets.UTF_8);
  }

  /** The figure in the middle; of the positions view all of them, however far it scrolls. */
  private static Figure figure(Scene scene) {
    return scene.lookup(".positions-view") instanceof PositionsView positions
        ? positions.figure()
        : ((FigureCanvas) scene.lookup(".figure-canvas")).figure();
  }

  private static void write(byte[] content, Path file) throws Problem {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, content);
    } catch (IOException fault) {
      throw new Problem(fault, "app.problem.picture", file, BoundedFile.said(fault));
    }
  }

  /** A window's pixels, row by row, as {@code 0xAARRGGBB}; on JavaFX's thread. */
  int[] pixels(Scene scene) {
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
    return argb;
  }
}
