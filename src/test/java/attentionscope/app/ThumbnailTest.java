package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.ProgramFolder;
import attentionscope.view.Fonts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison of pictures sees, and what it overlooks. */
class ThumbnailTest {

  private static final Snapshots.Size SIZE = new Snapshots.Size(320, 204);
  private static final Color TEXT = Color.web("#1b1c20");
  private static final Color QUERY = Color.web("#0b7a70");
  private static final Color KEY = Color.web("#b0128c");

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    FxThread.start();
    ProgramFolder home = ProgramFolder.find();
    FxThread.call(
        () -> {
          Fonts.load(home);
          return true;
        });
  }

  /** A small picture of the kind that the window shows. */
  private static final class Sketch {
    String label = "Decoder self-attention";
    String number = "0.665";
    Color legend = QUERY;
    Color cell = Color.web("#f2c79b");
    double move;
    Color background = Color.web("#fafaf9");
    boolean border = true;

    int[] argb() throws Exception {
      return FxThread.call(
          () -> {
            Canvas canvas = new Canvas(SIZE.width(), SIZE.height());
            draw(canvas.getGraphicsContext2D());
            int[] argb = new int[SIZE.width() * SIZE.height()];
            new Scene(new Group(canvas), SIZE.width(), SIZE.height())
                .snapshot(null)
                .getPixelReader()
                .getPixels(
                    0,
                    0,
                    SIZE.width(),
                    SIZE.height(),
                    PixelFormat.getIntArgbInstance(),
                    argb,
                    0,
                    SIZE.width());
            return argb;
          });
    }

    private void draw(GraphicsContext graphics) {
      graphics.setFill(background);
      graphics.fillRect(0, 0, SIZE.width(), SIZE.height());
      graphics.setFont(Font.font("Pretendard", 12));
      graphics.setFill(TEXT);
      graphics.fillText(label, 23 + move, 31);
      graphics.fillText(number, 201, 31);
      graphics.fillText("queries", 61, 68);
      graphics.setStroke(legend);
      graphics.setLineWidth(2);
      graphics.strokeLine(31, 64, 53, 64);
      graphics.setFill(cell);
      graphics.fillRect(40, 100, 18, 18);
      if (border) {
        graphics.setStroke(Color.web("#c9c9c4"));
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(20.5, 90.5, 200, 90, 8, 8);
      }
    }

    Thumbnail small() throws Exception {
      return Thumbnail.of(argb(), SIZE.width(), SIZE.height());
    }
  }

  private Thumbnail approved() throws Exception {
    File file = folder.resolve("sheet.png").toFile();
    Sheet sheet = new Sheet(SIZE);
    sheet.write(List.of(new Sketch().small()), file);
    return sheet.read(file).getFirst();
  }

  private boolean isSeen(Sketch other) throws Exception {
    return Difference.between(other.small(), approved()).isSeen();
  }

  @Test
  void thePictureItselfIsNotOther() throws Exception {
    assertFalse(isSeen(new Sketch()));
  }

  @Test
  void aLabelCutOffIsSeen() throws Exception {
    Sketch cut = new Sketch();
    cut.label = "Decoder self-attenti…";
    assertTrue(isSeen(cut));
  }

  @Test
  void aColourChangedInASmallLegendIsSeen() throws Exception {
    Sketch other = new Sketch();
    other.legend = KEY;
    assertTrue(isSeen(other));
  }

  @Test
  void anotherColourAsLightAsTheFirstIsSeen() throws Exception {
    Sketch other = new Sketch();
    // the same Y': only its colour tells
    other.cell = Color.web("#ebc3ea");
    assertTrue(isSeen(other));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 5, -3})
  void textOfTwelvePixelsThatMovedIsSeen(double by) throws Exception {
    Sketch moved = new Sketch();
    moved.move = by;
    assertTrue(isSeen(moved));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.666", "0.655", "0.605", "−0.665", "0.66"})
  void aNumberThatDiffersInADigitIsSeen(String number) throws Exception {
    Sketch other = new Sketch();
    other.number = number;
    assertTrue(isSeen(other));
  }

  @Test
  void aBorderThatIsMissingIsSeen() throws Exception {
    Sketch without = new Sketch();
    without.border = false;
    assertTrue(isSeen(without));
  }

  @Test
  void theWholeInAShadeOtherIsSeen() throws Exception {
    Sketch other = new Sketch();
    other.background = Color.web("#f2f2f1");
    assertTrue(isSeen(other));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.04, 0.04})
  void edgesOfLettersDrawnALittleOtherwiseAreOverlooked(double stronger) throws Exception {
    int[] other = new Sketch().argb();
    for (int i = 0; i < other.length; i++) {
      int grey = other[i] & 0xff;
      boolean plain = Math.abs(grey - (other[i] >> 16 & 0xff)) < 6;
      boolean edge = plain && grey > 0x2a && grey < 0xe8;
      if (edge) {
        int drawn = (int) (grey + stronger * (0xfa - grey));
        other[i] = 0xff000000 | drawn * 0x010101;
      }
    }
    Thumbnail small = Thumbnail.of(other, SIZE.width(), SIZE.height());
    assertFalse(Difference.between(small, approved()).isSeen());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noiseOfAFewShadesIsOverlooked(long seed) throws Exception {
    Random random = new Random(seed);
    int[] noisy = new Sketch().argb();
    for (int i = 0; i < noisy.length; i++) {
      int by = random.nextInt(-6, 7);
      int pixel = noisy[i];
      int now = 0xff;
      for (int shift = 16; shift >= 0; shift -= 8) {
        now = now << 8 | Math.clamp((pixel >> shift & 0xff) + by, 0, 255);
      }
      noisy[i] = now;
    }
    Thumbnail small = Thumbnail.of(noisy, SIZE.width(), SIZE.height());
    assertFalse(Difference.between(small, approved()).isSeen());
  }

  @Test
  void aDifferenceSaysWhereItIs() throws Exception {
    Sketch other = new Sketch();
    other.legend = KEY;
    String says = Difference.between(other.small(), approved()).toString();
    // the line lies from x 31 to 53 at y 64; blocks of colour are 12 pixels
    assertTrue(says.startsWith("x 24 to 60, y 60 to 7"), says);
  }

  @Test
  void aSheetKeepsItsPicturesApart() throws Exception {
    Sketch second = new Sketch();
    second.number = "1.000";
    second.cell = KEY;
    List<Thumbnail> written =
        List.of(new Sketch().small(), second.small(), second.small(), new Sketch().small());
    List<Thumbnail> read = written(written);
    assertEquals(4, read.size());
    for (int i = 0; i < 4; i++) {
      assertFalse(Difference.between(written.get(i), read.get(i)).isSeen(), "picture " + i);
    }
    assertTrue(Difference.between(written.get(1), read.get(0)).isSeen());
  }

  @Test
  void everyColourComesBackFromASheet() throws Exception {
    int[] argb = new int[SIZE.width() * SIZE.height()];
    for (int i = 0; i < argb.length; i++) {
      int x = i % SIZE.width() / Thumbnail.COARSE;
      int y = i / SIZE.width() / Thumbnail.COARSE;
      int red = x * 255 / 26;
      int green = y * 255 / 16;
      int blue = (x * 37 + y * 91) % 256;
      argb[i] = 0xff000000 | (red << 16) | (green << 8) | blue;
    }
    Thumbnail small = Thumbnail.of(argb, SIZE.width(), SIZE.height());
    Thumbnail back = written(List.of(small)).getFirst();
    assertFalse(Difference.between(small, back).isSeen());
  }

  private List<Thumbnail> written(List<Thumbnail> pictures) throws IOException {
    File file = folder.resolve("pictures.png").toFile();
    new Sheet(SIZE).write(pictures, file);
    return new Sheet(SIZE).read(file);
  }
}
