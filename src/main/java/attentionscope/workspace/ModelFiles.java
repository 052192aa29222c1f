package attentionscope.workspace;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.AttentionDump;
import attentionscope.checkpoint.JsonFile;
import attentionscope.checkpoint.OwnModel;
import attentionscope.checkpoint.WeightFiles;
import attentionscope.checkpoint.family.HuggingFaceCheckpoint;
import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.read.Side;
import attentionscope.tokenize.read.TokenizerFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    if (!Files.exists(config) || isSomethingElse()) {
      ArrayFile arrays = WeightFiles.open(place);
      return AttentionDump.isDump(arrays)
          ? dump(arrays)
          : tensors("", "", new Problem("workspace.problem.no-config", OwnModel.CONFIG));
    }
    JsonNode said = JsonFile.read(config);
    String family = said.path("model_type").asString("");
    if (family.equals(OWN)) {
      return OpenedModel.of(OwnModel.read(name, folder));
    }
    String architecture = said.path("architectures").path(0).asString("");
    if (!HuggingFaceCheckpoint.types().contains(family)) {
      return tensors(family, architecture, new Problem("workspace.problem.no-family", family));
    }
    HuggingFaceCheckpoint checkpoint;
    // large ones take longer to read than all that is read of the weights
    CompletableFuture<Words> words =
        CompletableFuture.supplyAsync(() -> Words.of(folder, Side.SOURCE));
    try {
      checkpoint = HuggingFaceCheckpoint.open(name, place);
    } catch (Problem problem) {
      // what cannot be run can be looked at, if it can be read
      return tensors(family, architecture, problem);
    }
    return checkpoint(checkpoint, folder, words.join());
  }

  /** A file of attention may lie beside the model that computed it. */
  private boolean isSomethingElse() throws Problem {
    return Files.isRegularFile(place)
        && !place.endsWith(OwnModel.CONFIG)
        && AttentionDump.isDump(WeightFiles.open(place));
  }

  private OpenedModel dump(ArrayFile arrays) throws Problem {
    AttentionDump dump = AttentionDump.of(name, arrays);
    List<Problem> remarks = dump.remark().stream().toList();
    ModelCard card =
        ModelCard.of(ModelCard.Kind.DUMP, "", "", arrays, Map.of(), remarks).withoutParameters();
    return new OpenedModel(
        dump,
        new SampleNames(dump.samples()),
        Optional.empty(),
        Typed.source(dump.samples().getFirst()),
        card);
  }

  /** A model whose vocabulary is missing, or has faults, reads ids. */
  private OpenedModel checkpoint(HuggingFaceCheckpoint checkpoint, Path folder, Words source)
      throws Problem {
    List<Problem> missing = new ArrayList<>(source.fault().stream().toList());
    Optional<Tokenizer> target = Optional.empty();
    if (checkpoint.model().readsTarget()) {
      Words written =
          missing.isEmpty()
              ? Words.of(folder, Side.TARGET)
              : new Words(new TokenIds(), Optional.empty());
      target = Optional.of(written.tokenizer());
      missing.addAll(written.fault().stream().toList());
    }
    missing.addAll(checkpoint.facts().missing());
    ModelCard card = ModelCard.of(checkpoint, missing);
    Examples examples = new Examples(checkpoint.facts(), source.tokenizer(), target);
    return new OpenedModel(checkpoint.model(), source.tokenizer(), target, examples.typed(), card)
        .writingAs(folder);
  }

  /** A vocabulary; ids, where there is none or it has a fault. */
  private record Words(Tokenizer tokenizer, Optional<Problem> fault) {
    static Words of(Path folder, Side side) {
      try {
        return new Words(
            TokenizerFiles.find(folder, side).orElseGet(TokenIds::new), Optional.empty());
      } catch (Problem problem) {
        return new Words(new TokenIds(), Optional.of(problem));
      }
    }
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
