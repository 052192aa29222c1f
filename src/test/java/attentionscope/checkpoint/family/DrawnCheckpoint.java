package attentionscope.checkpoint.family;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.SafetensorsWriter;
import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;

/** A small checkpoint with numbers drawn from a seed, written as files, and read in plain loops. */
final class DrawnCheckpoint {

  private final SequencedMap<String, float[]> arrays = new LinkedHashMap<>();
  private final SequencedMap<String, long[]> shapes = new LinkedHashMap<>();
  private final Random random = new Random(17);

  /** Draws an array; the gains of norms are drawn about one. */
  DrawnCheckpoint with(String name, long... shape) {
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    boolean gain = name.matches("(?i).*norm.*\\.weight");
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          (gain ? 1 : 0) + (float) random.nextGaussian() * (shape.length > 1 ? 0.3f : 0.2f);
    }
    arrays.put(name, numbers);
    shapes.put(name, shape);
    return this;
  }

  /** A projection with its bias. */
  DrawnCheckpoint linear(String name, long in, long out) {
    return with(name + ".weight", out, in).with(name + ".bias", out);
  }

  /** A norm. */
  DrawnCheckpoint norm(String name, long width) {
    return with(name + ".weight", width).with(name + ".bias", width);
  }

  /** Writes both files. */
  Path write(Path folder, String config) throws Problem, IOException {
    SequencedMap<String, NdArray> stored = new LinkedHashMap<>();
    arrays.forEach((name, numbers) -> stored.put(name, NdArray.of(numbers, shapes.get(name))));
    Path weights = folder.resolve("model.safetensors");
    SafetensorsWriter.write(weights, ArrayFile.of(weights, stored));
    Files.writeString(folder.resolve("config.json"), config);
    return folder;
  }

  /** Rows of a table. */
  double[][] rows(String table, int... ids) {
    int width = (int) shapes.get(table)[1];
    double[][] rows = new double[ids.length][width];
    for (int t = 0; t < ids.length; t++) {
      for (int i = 0; i < width; i++) {
        rows[t][i] = arrays.get(table)[ids[t] * width + i];
      }
    }
    return rows;
  }

  /** x·Wᵀ + b, without b where there is none. */
  double[][] linear(String name, double[][] x) {
    return project(name + ".weight", name + ".bias", x);
  }

  double[][] project(String weight, String bias, double[][] x) {
    int out = (int) shapes.get(weight)[0];
    int in = (int) shapes.get(weight)[1];
    float[] w = arrays.get(weight);
    double[][] y = new double[x.length][out];
    for (int t = 0; t < x.length; t++) {
      for (int o = 0; o < out; o++) {
        double sum = arrays.containsKey(bias) ? arrays.get(bias)[o] : 0;
        for (int i = 0; i < in; i++) {
          sum += x[t][i] * w[o * in + i];
        }
        y[t][o] = sum;
      }
    }
    return y;
  }

  double[][] norm(String name, double epsilon, double[][] x) {
    double[][] y = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      double mean = 0;
      double square = 0;
      for (double v : x[t]) {
        mean += v / x[t].length;
      }
      for (double v : x[t]) {
        square += (v - mean) * (v - mean) / x[t].length;
      }
      y[t] = new double[x[t].length];
      for (int i = 0; i < x[t].length; i++) {
        y[t][i] =
            (x[t][i] - mean) / Math.sqrt(square + epsilon) * arrays.get(name + ".weight")[i]
                + arrays.get(name + ".bias")[i];
      }
    }
    return y;
  }

  double[][] rms(String name, double epsilon, double[][] x) {
    double[][] y = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      double square = 0;
      for (double v : x[t]) {
        square += v * v / x[t].length;
      }
      y[t] = new double[x[t].length];
      for (int i = 0; i < x[t].length; i++) {
        y[t][i] = x[t][i] / Math.sqrt(square + epsilon) * arrays.get(name + ".weight")[i];
      }
    }
    return y;
  }
}
