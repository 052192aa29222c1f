package attentionscope.cli;

import attentionscope.checkpoint.ArrayFiles;
import attentionscope.checkpoint.InputArrays;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.TokenIds;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What commands give a model to read. */
final class Reading {

  private Reading() {}

  /** What its only sequence is, or the encoder's. */
  static final class Source {
    @Option(names = "--text", paramLabel = "T", description = "The source as text.")
    private Optional<String> text = Optional.empty();

    @Option(
        names = "--ids",
        paramLabel = "1,2,3",
        split = ",",
        hideParamSyntax = true,
        description = "The source as token ids.")
    private List<Integer> ids = List.of();

    @Option(
        names = "--inputs",
        paramLabel = "FILE",
        description = {
          "input_ids, attention_mask, token_type_ids, position_ids,",
          "decoder_input_ids, … from a .safetensors or .npz file."
        })
    private Optional<Path> file = Optional.empty();

    /** How a text becomes what is read. */
    interface Reader {
      ModelInput read(OpenedModel opened, String text) throws Problem;
    }

    /**
     * What was given; a file may hold the target, too.
     *
     * @throws Problem when it can't be read, or the model knows no words
     */
    ModelInput read(OpenedModel opened, Reader reader) throws Problem {
      opened.requireRunnable();
      if (file.isPresent()) {
        return InputArrays.read(ArrayFiles.read(file.get()));
      }
      if (text.isPresent()) {
        known(opened, text.get());
        return reader.read(opened, text.get());
      }
      return new ModelInput(tokens(ids), Optional.empty(), ids.toString());
    }
  }

  /** What the decoder reads. */
  static final class Target {
    @Option(
        names = "--target-text",
        paramLabel = "T",
        description = "The target as text; the start token is put before it.")
    private Optional<String> text = Optional.empty();

    @Option(
        names = "--target-ids",
        paramLabel = "1,2,3",
        split = ",",
        hideParamSyntax = true,
        description = "What the decoder reads, as token ids.")
    private List<Integer> ids = List.of();

    /** The input with the target that was given, if any was. */
    ModelInput with(ModelInput read, OpenedModel opened) throws Problem {
      if (text.isPresent()) {
        known(opened, text.get());
      }
      Optional<Tokens> target =
          !ids.isEmpty()
              ? Optional.of(tokens(ids))
              : text.isPresent() ? opened.readTarget(text.get()) : read.target();
      return new ModelInput(read.source(), target, read.typed());
    }
  }

  private static void known(OpenedModel opened, String text) throws Problem {
    if (opened.readsIdsOnly() && !TokenIds.areTyped(text)) {
      List<Problem> missing = opened.card().missing();
      throw missing.isEmpty()
          ? new Problem("cli.problem.no-words", opened.model().name())
          : missing.getFirst();
    }
  }

  private static Tokens tokens(List<Integer> ids) {
    return Tokens.unlabelled(1, ids, Collections.nCopies(ids.size(), false));
  }
}
