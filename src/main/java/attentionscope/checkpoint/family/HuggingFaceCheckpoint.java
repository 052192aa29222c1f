package attentionscope.checkpoint.family;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.WeightFiles;
import attentionscope.files.Problem;
import attentionscope.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder as Hugging Face's library writes it: {@code config.json} and weights.
 *
 * @param model ready to run
 * @param facts what the checkpoint is
 * @param arrays all that its files hold
 */
public record HuggingFaceCheckpoint(Model model, Facts facts, ArrayFile arrays) {

  /** The file of settings. */
  public static final String CONFIG = "config.json";

  /**
   * Opens a checkpoint.
   *
   * @param name how the user calls the model
   * @param place a folder, or a file of weights with the settings beside it
   * @throws Problem when its family is not known, a setting can't be computed, or an array is
   *     missing
   */
  public static HuggingFaceCheckpoint open(String name, Path place) throws Problem {
    Path folder = Files.isDirectory(place) ? place : place.resolveSibling("");
    Settings settings = Settings.read(folder.resolve(CONFIG));
    String type = settings.text("", "model_type");
    Optional<Family> family = Families.of(type);
    if (family.isEmpty()) {
      throw settings.unsupported("model_type", type, String.join(", ", types()));
    }
    ArrayFile arrays = WeightFiles.open(place);
    Opening opening = new Opening(name, settings, arrays, WeightMap.of(arrays));
    opening.refuseWhatNobodyComputes();
    Model model = family.get().open(opening);
    return new HuggingFaceCheckpoint(model, Facts.of(opening, type, model), arrays);
  }

  /** What {@code model_type} may say in a checkpoint that can be run. */
  public static List<String> types() {
    return Families.types();
  }
}
