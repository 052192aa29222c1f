package attentionscope.app;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Approved pictures in one small file: below each other, as light and, at the right, the two parts
 * of colour. Of all but the first only what is not as in the one above is drawn; the rest is
 * lavender. That, and rounding, makes a sheet a fifth of what its pictures would be.
 */
final class Sheet {

  /** What light is rounded to. */
  static final int LIGHT_STEP = 4;

  /** What colour is rounded to. */
  static final int COLOUR_STEP = 6;

  private static final byte AS_ABOVE = 0;
  private static final int LIGHT = 1; // the first number that is light
  private static final int LEVELS = 255 / LIGHT_STEP + 2;
  private static final int COLOUR = LIGHT + LEVELS;
  private static final int TINTS = 2 * (128 / COLOUR_STEP + 1) + 1;

  private final int width;
  private final int height;

  /**
   * @param size of each picture
   */
  Sheet(Snapshots.Size size) {
    width = size.width();
    height = size.height();
  }

  private int across() {
    return Thumbnail.blocks(width, Thumbnail.FINE);
  }

  private int down() {
    return Thumbnail.blocks(height, Thumbnail.FINE);
  }

  private int wide() {
    return Thumbnail.blocks(width, Thumbnail.COARSE);
  }

  private int high() {
    return Thumbnail.blocks(height, Thumbnail.COARSE);
  }

  /** Reads approved pictures; those of another size are none. */
  List<Thumbnail> read(File file) throws IOException {
    BufferedImage image = ImageIO.read(file);
    List<Thumbnail> all = new ArrayList<>();
    if (image.getWidth() != across() + wide()) {
      return all;
    }
    byte[] now = new byte[image.getWidth() * down()];
    for (int top = 0; top + down() <= image.getHeight(); top += down()) {
      byte[] next = new byte[now.length];
      image.getRaster().getDataElements(0, top, image.getWidth(), down(), next);
      for (int i = 0; i < now.length; i++) {
        now[i] = next[i] == AS_ABOVE ? now[i] : next[i];
      }
      all.add(thumbnail(now));
    }
    return all;
  }

  private Thumbnail thumbnail(byte[] numbers) {
    float[] light = new float[across() * down()];
    for (int i = 0; i < light.length; i++) {
      light[i] = (numbers[place(i, across(), 0, 0)] - LIGHT) * LIGHT_STEP;
    }
    float[] blue = new float[wide() * high()];
    float[] red = new float[blue.length];
    for (int i = 0; i < blue.length; i++) {
      blue[i] = tint(numbers[place(i, wide(), across(), 0)]);
      red[i] = tint(numbers[place(i, wide(), across(), high())]);
    }
    return new Thumbnail(width, height, light, blue, red);
  }

  private static float tint(byte number) {
    return (number - COLOUR - TINTS / 2) * COLOUR_STEP;
  }

  /** Where a block lies on the sheet, in a field that begins at a place. */
  private int place(int block, int columns, int left, int top) {
    return (top + block / columns) * (across() + wide()) + left + block % columns;
  }

  /** Writes pictures of its size. */
  void write(List<Thumbnail> pictures, File file) throws IOException {
    int whole = across() + wide();
    BufferedImage image =
        new BufferedImage(
            whole, down() * pictures.size(), BufferedImage.TYPE_BYTE_INDEXED, palette());
    byte[] before = new byte[whole * down()];
    for (int i = 0; i < pictures.size(); i++) {
      byte[] now = numbers(pictures.get(i));
      byte[] drawn = now.clone();
      for (int j = 0; i > 0 && j < now.length; j++) {
        drawn[j] = now[j] == before[j] ? AS_ABOVE : now[j];
      }
      image.getRaster().setDataElements(0, i * down(), whole, down(), drawn);
      before = now;
    }
    Files.createDirectories(file.getParentFile().toPath());
    write(image, file);
  }

  private byte[] numbers(Thumbnail picture) {
    byte[] numbers = new byte[(across() + wide()) * down()];
    for (int i = 0; i < picture.light().length; i++) {
      int level = Math.round(picture.light()[i] / LIGHT_STEP);
      numbers[place(i, across(), 0, 0)] = (byte) (LIGHT + level);
    }
    for (int i = 0; i < picture.blue().length; i++) {
      numbers[place(i, wide(), across(), 0)] = number(picture.blue()[i]);
      numbers[place(i, wide(), across(), high())] = number(picture.red()[i]);
    }
    return numbers;
  }

  private static byte number(float tint) {
    return (byte) (COLOUR + TINTS / 2 + Math.round(tint / COLOUR_STEP));
  }

  private static void write(BufferedImage image, File file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    Files.deleteIfExists(file.toPath());
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      ImageWriteParam smallest = writer.getDefaultWriteParam();
      smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      smallest.setCompressionQuality(0);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), smallest);
    } finally {
      writer.dispose();
    }
  }

  /** Light is grey, colour goes from violet through grey to orange. */
  private static IndexColorModel palette() {
    int size = COLOUR + TINTS;
    int[] colours = new int[size];
    colours[AS_ABOVE] = 0xcfc8e8;
    for (int level = 0; level < LEVELS; level++) {
      colours[LIGHT + level] = Math.min(255, level * LIGHT_STEP) * 0x010101;
    }
    for (int tint = 0; tint < TINTS; tint++) {
      int share = (tint - TINTS / 2) * 255 / TINTS;
      colours[COLOUR + tint] = (128 + share) << 16 | 128 << 8 | (128 - share);
    }
    return new IndexColorModel(8, size, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }
}
