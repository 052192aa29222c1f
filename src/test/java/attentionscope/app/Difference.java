package attentionscope.app;

import java.util.Arrays;

/**
 * Where an eye would see that two pictures differ. One block that is plainly other counts, and so
 * do several close to each other that are other faintly; what is scattered thinly does not: the
 * edges of letters differ that much between two versions of what draws them.
 *
 * @param seen for each block of light whether it is seen to differ, row by row
 * @param across how many blocks of light lie beside each other
 * @param most the largest difference of one block, in 256ths
 */
@SuppressWarnings("ArrayRecordComponent") // made here and never compared as records
record Difference(boolean[] seen, int across, double most) {

  private static final int ENOUGH = 5; // points within a window

  /**
   * What is seen of blocks of one kind.
   *
   * @param faint from here on a block has a point
   * @param plain from here on it has enough
   * @param reach how far the window reaches beyond a block
   */
  private record Eye(double faint, double plain, int reach) {}

  private static final Eye LIGHT = new Eye(5, 10, 2);
  private static final Eye COLOUR = new Eye(2, 7, 1);

  /** The differences between a picture and an approved one of the same size. */
  static Difference between(Thumbnail picture, Thumbnail approved) {
    if (picture.width() != approved.width() || picture.height() != approved.height()) {
      throw new IllegalArgumentException("pictures of different sizes");
    }
    int across = Thumbnail.blocks(picture.width(), Thumbnail.FINE);
    int wide = Thumbnail.blocks(picture.width(), Thumbnail.COARSE);
    double[] light = distances(picture.light(), approved.light(), Sheet.LIGHT_STEP);
    double[] blue = distances(picture.blue(), approved.blue(), Sheet.COLOUR_STEP);
    double[] red = distances(picture.red(), approved.red(), Sheet.COLOUR_STEP);
    double[] colour = new double[blue.length];
    Arrays.setAll(colour, i -> Math.hypot(blue[i], red[i]));
    boolean[] seen = seen(light, across, LIGHT);
    boolean[] tinted = seen(colour, wide, COLOUR);
    for (int i = 0; i < seen.length; i++) {
      int y = i / across * Thumbnail.FINE / Thumbnail.COARSE;
      int x = i % across * Thumbnail.FINE / Thumbnail.COARSE;
      seen[i] |= tinted[y * wide + x];
    }
    double most = Math.max(max(light), max(colour));
    return new Difference(seen, across, most);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  /** An approved number stands for all that are rounded to it. */
  private static double[] distances(float[] now, float[] approved, double step) {
    double[] all = new double[now.length];
    Arrays.setAll(all, i -> Math.max(0, Math.abs(now[i] - approved[i]) - step / 2));
    return all;
  }

  private static boolean[] seen(double[] distances, int across, Eye eye) {
    boolean[] seen = new boolean[distances.length];
    for (int i = 0; i < distances.length; i++) {
      seen[i] = distances[i] > eye.faint() && points(distances, across, i, eye) >= ENOUGH;
    }
    return seen;
  }

  private static int points(double[] distances, int across, int middle, Eye eye) {
    int points = 0;
    int down = distances.length / across;
    int row = middle / across;
    int column = middle % across;
    for (int y = Math.max(0, row - eye.reach()); y <= Math.min(down - 1, row + eye.reach()); y++) {
      int right = Math.min(across - 1, column + eye.reach());
      for (int x = Math.max(0, column - eye.reach()); x <= right; x++) {
        double distance = distances[y * across + x];
        points += distance > eye.plain() ? ENOUGH : distance > eye.faint() ? 1 : 0;
      }
    }
    return points;
  }

  boolean isSeen() {
    return count() > 0;
  }

  private int count() {
    int count = 0;
    for (boolean one : seen) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** Where it is, and how much. */
  @Override
  public String toString() {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < seen.length; i++) {
      if (seen[i]) {
        left = Math.min(left, i % across);
        right = Math.max(right, i % across + 1);
        top = Math.min(top, i / across);
        bottom = Math.max(bottom, i / across + 1);
      }
    }
    int block = Thumbnail.FINE;
    return "x %d to %d, y %d to %d, %d blocks, by up to %.0f of 255"
        .formatted(left * block, right * block, top * block, bottom * block, count(), most);
  }

  /** The picture, pale, with what differs in full colour and framed in red. */
  int[] shown(int[] argb, int width) {
    int[] shown = argb.clone();
    int block = Thumbnail.FINE;
    for (int i = 0; i < argb.length; i++) {
      int x = i % width;
      int y = i / width;
      if (!at(x / block, y / block)) {
        boolean edge =
            at((x - 2) / block, y / block)
                || at((x + 2) / block, y / block)
                || at(x / block, (y - 2) / block)
                || at(x / block, (y + 2) / block);
        shown[i] = edge ? 0xffe00000 : pale(argb[i]);
      }
    }
    return shown;
  }

  private boolean at(int column, int row) {
    int i = row * across + column;
    return column >= 0 && column < across && row >= 0 && i < seen.length && seen[i];
  }

  private static int pale(int pixel) {
    return 0xff000000 | (pixel >> 2 & 0x3f3f3f) + 0x808080;
  }
}
