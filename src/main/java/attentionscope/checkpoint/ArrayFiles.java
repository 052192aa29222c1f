package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/** Reads and writes files of arrays in the form that their name ends with. */
public final class ArrayFiles {
  private static final String READ = ".safetensors, .npz, .npy, .bin, .pt, .pth, .ckpt";
  private static final String WRITTEN = ".safetensors, .npz, .json, .csv";

  private ArrayFiles() {}

  /**
   * Reads a file; the one array of an npy file gets the file's name without its ending.
   *
   * @throws Problem if its form is unknown, or it cannot be used
   */
  public static ArrayFile read(Path file) throws Problem {
    return switch (ending(file)) {
      case "safetensors" -> Safetensors.read(file);
      case "npz" -> Npz.read(file);
      case "bin", "pt", "pth", "ckpt" -> TorchFile.read(file);
      case "npy" -> {
        String name = String.valueOf(file.getFileName());
        SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put(name.substring(0, name.length() - ".npy".length()), Npy.read(file));
        yield ArrayFile.of(file, arrays);
      }
      default -> throw new Problem("checkpoint.problem.ending", file, READ);
    };
  }

  /**
   * Writes a file.
   *
   * @throws Problem if its form is unknown, or it cannot be written
   */
  public static void write(Path file, ArrayFile arrays) throws Problem {
    switch (ending(file)) {
      case "safetensors" -> SafetensorsWriter.write(file, arrays);
      case "npz" -> Npz.write(file, arrays);
      case "json" -> ArrayJson.write(file, arrays);
      case "csv" -> ArrayCsv.write(file, arrays);
      default -> throw new Problem("checkpoint.problem.ending", file, WRITTEN);
    }
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
