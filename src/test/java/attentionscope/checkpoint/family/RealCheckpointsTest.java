package attentionscope.checkpoint.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Tokens;
import attentionscope.model.generation.CachedTokens;
import attentionscope.model.generation.Choice;
import attentionscope.model.generation.ModelTokens;
import attentionscope.model.generation.Rules;
import attentionscope.model.generation.WordByWord;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checkpoints that somebody has trained do what they were trained for. */
@Tag("reference")
class RealCheckpointsTest {

  private static Model open(RealFolder folder, String inside) throws Problem {
    return HuggingFaceCheckpoint.open("real", folder.path().resolve(inside)).model();
  }

  private static Tokens tokens(List<List<Integer>> sequences) {
    List<Integer> ids = sequences.stream().flatMap(List::stream).toList();
    return Tokens.unlabelled(sequences.size(), ids, Collections.nCopies(ids.size(), false));
  }

  private static ModelInput reads(List<List<Integer>> sequences) {
    return new ModelInput(tokens(sequences), Optional.empty(), "");
  }

  /** What it writes, without what it has read. */
  private static List<List<Integer>> written(
      Model model, ModelInput input, int most, OptionalInt end) throws Problem {
    Rules rules = end.isPresent() ? Rules.until(end.getAsInt(), 0, most) : Rules.atMost(most);
    List<List<Integer>> prompts = ModelTokens.prompts(input);
    int before = prompts.getFirst().size();
    return new WordByWord(rules, new Choice.Greedy())
        .write(new CachedTokens((Predictor) model, input), prompts).sequences().stream()
            .map(sequence -> sequence.subList(before, sequence.size()))
            .toList();
  }

  @Test
  void sixDigitsAreSortedWhateverTheyAre() throws Problem, IOException {
    RealFolder folder = RealFolder.find("gpt-nano-sort");
    List<List<Integer>> digits = new ArrayList<>();
    List<List<Integer>> sorted = new ArrayList<>();
    for (int number = 0; number < 729; number++) {
      List<Integer> six = new ArrayList<>();
      for (int rest = number, i = 0; i < 6; i++, rest /= 3) {
        six.add(rest % 3);
      }
      digits.add(six);
      sorted.add(six.stream().sorted().toList());
    }
    assertEquals(sorted, written(open(folder, "hf"), reads(digits), 6, OptionalInt.empty()));
  }

  @Test
  void sortingIsComputedAsItsAuthorsComputedIt() throws Problem, IOException {
    RealFolder folder = RealFolder.find("gpt-nano-sort");
    for (String inside : List.of("hf", "")) { // the same weights as written by minGPT
      List<List<Integer>> sequences = folder.rows("input_ids");
      Trace trace = open(folder, inside).run(reads(sequences), List.of());
      folder.same("logits", trace.get(TensorId.of("logits")).value());
      folder.same("hidden_states.0", trace.get(TensorId.of("source.input")).value());
      TensorId last = TensorId.of("decoder.2.feedforward.residual");
      folder.same("hidden_states.3", trace.get(last).value());
      for (int sample = 0; sample < sequences.size(); sample++) {
        long before = sample * 3L * 3 * 11 * 11;
        folder.sameAttention("attentions", before, trace, "decoder.%d.self", 3, 3, sample);
      }
    }
  }

  @Test
  void theStoryIsToldToItsTwoHundredthToken() throws Problem, IOException {
    RealFolder folder = RealFolder.find("stories260k");
    Model model = open(folder, "");
    List<Integer> story = folder.ids("bos_greedy_ids");
    assertEquals(
        story.subList(1, story.size()),
        written(model, reads(List.of(story.subList(0, 1))), story.size() - 1, OptionalInt.empty())
            .getFirst());
    for (int prompt = 0; prompt < 3; prompt++) {
      String name = prompt + "/";
      List<Integer> ids = folder.ids(name + "input_ids");
      Trace trace = model.run(reads(List.of(ids)), List.of());
      folder.same(name + "logits", trace.get(TensorId.of("logits")).value());
      TensorId last = TensorId.of("decoder.4.feedforward.residual");
      folder.same(name + "hidden_states.5", trace.get(last).value());
      folder.sameAttention(name + "attentions", 0, trace, "decoder.%d.self", 5, 8, 0);
      List<Integer> greedy = folder.ids(name + "greedy_ids");
      assertEquals(
          greedy.subList(ids.size(), greedy.size()),
          written(model, reads(List.of(ids)), greedy.size() - ids.size(), OptionalInt.empty())
              .getFirst());
    }
  }

  @Test
  void namesAreWrittenInLatinLetters() throws Problem, IOException {
    RealFolder folder = RealFolder.find("ct2-aren");
    Model model = open(folder, "");
    Set<String> names = new TreeSet<>();
    folder.expected().arrays().keySet().forEach(key -> names.add(key.split("/", -1)[0]));
    assertEquals(7, names.size());
    for (String name : names) {
      List<Integer> source = folder.ids(name + "/src_ids");
      List<Integer> target = folder.ids(name + "/decoder_input_ids");
      Tokens read = tokens(List.of(source));
      Trace trace =
          model.run(new ModelInput(read, Optional.of(tokens(List.of(target))), ""), List.of());
      folder.same(name + "/logits", trace.get(TensorId.of("logits")).value());
      folder.same(name + "/encoder_output", trace.get(TensorId.of("encoder.norm")).value());
      folder.sameAttention(name + "/encoder_attentions", 0, trace, "encoder.%d.self", 6, 8, 0);
      folder.sameAttention(name + "/decoder_attentions", 0, trace, "decoder.%d.self", 6, 8, 0);
      folder.sameAttention(name + "/cross_attentions", 0, trace, "decoder.%d.cross", 6, 8, 0);
      Tokens start = tokens(List.of(target.subList(0, 1)));
      ModelInput begins = new ModelInput(read, Optional.of(start), "");
      assertEquals(
          folder.ids(name + "/greedy_output_ids"),
          written(model, begins, 20, OptionalInt.of(2)).getFirst());
    }
  }

  @Test
  void datesAreWrittenInOneForm() throws Problem, IOException {
    RealFolder folder = RealFolder.find("dates-attn-seq2seq");
    HuggingFaceCheckpoint checkpoint = HuggingFaceCheckpoint.open("dates", folder.path());
    int start = checkpoint.facts().special().get("decoder_start");
    Seq2Seq model = (Seq2Seq) checkpoint.model();
    List<List<Integer>> sources =
        folder.rows("source_ids_reversed").stream().map(List::reversed).toList();
    Trace trace = model.generate(tokens(sources), "", start, OptionalInt.empty(), 10, List.of());
    folder.same("logits", trace.get(TensorId.of("logits")).value());
    FMatrixRMaj weights = trace.get(TensorId.of("decoder.attention.weights")).value();
    folder.same("attentions", reversed(weights)); // stored over the source as it is read
    List<List<Integer>> outputs = folder.rows("output_ids");
    FMatrixRMaj logits = trace.get(TensorId.of("logits")).value();
    for (int row = 0; row < logits.numRows; row++) {
      int best = 0;
      for (int word = 1; word < logits.numCols; word++) {
        best = logits.get(row, word) > logits.get(row, best) ? word : best;
      }
      assertEquals(outputs.get(row / 10).get(row % 10), best, "step " + row);
    }
  }

  private static FMatrixRMaj reversed(FMatrixRMaj matrix) {
    FMatrixRMaj reversed = new FMatrixRMaj(matrix.numRows, matrix.numCols);
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = 0; column < matrix.numCols; column++) {
        reversed.set(row, matrix.numCols - 1 - column, matrix.get(row, column));
      }
    }
    return reversed;
  }
}
