package attentionscope.model;

import attentionscope.ReferenceFolder;
import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import attentionscope.trace.TensorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores of whole runs, padding behind and in front among them, against Hugging Face's. */
@Tag("reference")
class HuggingFaceLogitsTest {

  static Stream<ReferenceCase> cases() throws IOException, Problem {
    Path folder = ReferenceFolder.find().resolve("hf");
    List<Path> paths;
    try (Stream<Path> entries = Files.list(folder)) {
      paths =
          entries.filter(path -> Files.exists(path.resolve("model.safetensors"))).sorted().toList();
    }
    List<ReferenceCase> cases = new ArrayList<>();
    for (Path path : paths) {
      ReferenceCase given = ReferenceCase.open(path);
      if (HuggingFaceModels.knows(given)) {
        cases.add(given);
      }
    }
    return cases.stream(); // none at all is a failure
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAgree(ReferenceCase given) throws Problem {
    ArrayFile arrays = given.expected();
    Optional<Tokens> target =
        arrays.has("decoder_input_ids")
            ? Optional.of(tokens(arrays, "decoder_input_ids", "decoder_attention_mask"))
            : Optional.empty();
    Tokens source = tokens(arrays, "input_ids", "attention_mask");
    Predictor model = HuggingFaceModels.of(given);
    FMatrixRMaj logits =
        model
            .run(new ModelInput(source, target, given.name()), List.of())
            .get(TensorId.of("logits"))
            .value()
            .copy();
    if (target.isEmpty()) {
      takeOver(arrays.get("logits"), source, logits);
    }
    new Comparison(arrays).same("logits", logits);
  }

  /** What padding in front predicts is nobody's business. */
  private static void takeOver(NdArray reference, Tokens source, FMatrixRMaj logits) {
    boolean front = true;
    for (int row = 0; row < logits.numRows; row++) {
      front = source.padding().get(row) && (front || row % source.length() == 0);
      for (int word = 0; word < logits.numCols && front; word++) {
        logits.set(row, word, (float) reference.number(row * logits.numCols + word));
      }
    }
  }

  private static Tokens tokens(ArrayFile arrays, String ids, String mask) throws Problem {
    NdArray all = arrays.get(ids, -1, -1);
    List<Integer> words = new ArrayList<>();
    List<Boolean> padding = new ArrayList<>();
    for (int i = 0; i < all.count(); i++) {
      words.add((int) all.number(i));
      padding.add(arrays.has(mask) && arrays.get(mask).number(i) == 0);
    }
    return Tokens.unlabelled(all.shape().size(0), words, padding);
  }
}
