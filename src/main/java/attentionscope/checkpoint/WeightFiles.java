package attentionscope.checkpoint;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Opens the weights of a model as they lie in a folder, or in the file that is named. Nothing is
 * converted, and only headers are read; the numbers are mapped.
 */
public final class WeightFiles {
  /** In the order in which Hugging Face's own loader looks for them. */
  private static final List<String> USUAL =
      List.of(
          "model.safetensors",
          "model.safetensors" + WeightShards.INDEX,
          "pytorch_model.bin",
          "pytorch_model.bin" + WeightShards.INDEX);

  private static final List<String> ENDINGS =
      List.of(".safetensors", ".bin", ".pt", ".pth", ".ckpt", ".npz");

  private WeightFiles() {}

  /**
   * Opens weights.
   *
   * @param place a folder with the usual files, or with only one file of weights; or such a file,
   *     or the index of several
   * @throws Problem if there are none, or they cannot be used
   */
  public static ArrayFile open(Path place) throws Problem {
    Path file = Files.isDirectory(place) ? find(place) : place;
    return String.valueOf(file.getFileName()).endsWith(WeightShards.INDEX)
        ? WeightShards.open(file)
        : ArrayFiles.read(file);
  }

  /**
   * The file that holds the weights of a folder, or the index of several.
   *
   * @throws Problem if there is none, or it is not clear which
   */
  public static Path find(Path folder) throws Problem {
    for (String name : USUAL) {
      if (Files.exists(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    List<Path> others;
    try (Stream<Path> files = Files.list(folder)) {
      others = files.filter(WeightFiles::isOfWeights).sorted().toList();
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", folder, BoundedFile.said(e));
    }
    if (others.size() != 1) {
      String names =
          String.join(", ", others.stream().map(f -> String.valueOf(f.getFileName())).toList());
      throw others.isEmpty()
          ? new Problem("checkpoint.problem.no-weights", folder, String.join(", ", USUAL))
          : new Problem("checkpoint.problem.which-weights", folder, names);
    }
    return others.getFirst();
  }

  private static boolean isOfWeights(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }
}
