package attentionscope.workspace;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.ArrayFiles;
import attentionscope.checkpoint.JsonFile;
import attentionscope.checkpoint.OwnModel;
import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.WordTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Opens what lies in a folder or a file, whatever it is.
 *
 * @param name how the user calls it
 * @param place the folder or the file, which is there
 */
record ModelFiles(String name, Path place) {

  private static final String OWN = "attention-scope";

  /**
   * @throws Problem when there is nothing that can be shown, or it has faults
   */
  OpenedModel open() throws Problem {
    Path folder = Files.isDirectory(place) ? place : place.resolveSibling("");
    Path config = folder.resolve(OwnModel.CONFIG);
    if (!Files.exists(config)) {
      return tensors("", "", new Problem("workspace.problem.no-config", OwnModel.CONFIG));
    }
    JsonNode said = JsonFile.read(config);
    String family = said.path("model_type").asString("");
    if (family.equals(OWN)) {
      return own(folder);
    }
    String architecture = said.path("architectures").path(0).asString("");
    return tensors(family, architecture, new Problem("workspace.problem.no-family", family));
  }

  private OpenedModel own(Path folder) throws Problem {
    OwnModel own = OwnModel.read(name, folder);
    Optional<Tokenizer> target =
        own.model().readsTarget()
            ? Optional.of(new WordTokenizer(own.targetWords()))
            : Optional.empty();
    return new OpenedModel(
        own.model(),
        new WordTokenizer(own.sourceWords()),
        target,
        new Typed(own.exampleSource(), own.exampleTarget()),
        ModelCard.OWN);
  }

  /** What nobody knows how to run is shown matrix by matrix. */
  private OpenedModel tensors(String family, String architecture, Problem missing) throws Problem {
    ArrayFile arrays =
        ArrayFiles.read(Files.isDirectory(place) ? place.resolve(OwnModel.WEIGHTS) : place);
    ModelCard card =
        ModelCard.of(
            ModelCard.Kind.TENSORS, family, architecture, arrays, Map.of(), List.of(missing));
    return new OpenedModel(
        new NothingToRun(name, place), new TokenIds(), Optional.empty(), Typed.source(""), card);
  }
}
