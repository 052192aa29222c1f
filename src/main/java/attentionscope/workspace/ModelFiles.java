package attentionscope.workspace;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.JsonFile;
import attentionscope.checkpoint.OwnModel;
import attentionscope.checkpoint.family.Facts;
import attentionscope.checkpoint.family.HuggingFaceCheckpoint;
import attentionscope.checkpoint.WeightFiles;
import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.WordTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
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
    if (HuggingFaceCheckpoint.types().contains(family)) {
      return checkpoint();
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

  private OpenedModel checkpoint() throws Problem {
    HuggingFaceCheckpoint checkpoint = HuggingFaceCheckpoint.open(name, place);
    Facts facts = checkpoint.facts();
    SequencedMap<String, Long> dtypes = new LinkedHashMap<>();
    facts.types().forEach((type, count) -> dtypes.put(type.name(), count));
    ModelCard card =
        new ModelCard(
            ModelCard.Kind.CHECKPOINT,
            facts.family(),
            facts.architecture(),
            facts.parameters(),
            dtypes,
            facts.tied(),
            facts.special(),
            List.of(),
            Optional.of(checkpoint.arrays()));
    boolean writes = checkpoint.model().readsTarget();
    List<Integer> ids = IntStream.range(0, Math.min(8, facts.vocabulary())).boxed().toList();
    List<Integer> start = List.of(facts.special().getOrDefault("decoder_start", 0));
    return new OpenedModel(
            checkpoint.model(),
            new TokenIds(),
            writes ? Optional.of(new TokenIds()) : Optional.empty(),
            new Typed(TokenIds.typed(ids), writes ? TokenIds.typed(start) : ""),
            card)
        .writingAs(Files.isDirectory(place) ? place : place.resolveSibling(""));
  }

  /** What nobody knows how to run is shown matrix by matrix. */
  private OpenedModel tensors(String family, String architecture, Problem missing) throws Problem {
    ArrayFile arrays = WeightFiles.open(place);
    ModelCard card =
        ModelCard.of(
            ModelCard.Kind.TENSORS, family, architecture, arrays, Map.of(), List.of(missing));
    return new OpenedModel(
        new NothingToRun(name, place), new TokenIds(), Optional.empty(), Typed.source(""), card);
  }
}
