package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import attentionscope.model.generation.Choice;
import attentionscope.model.generation.ModelTokens;
import attentionscope.model.generation.Rules;
import attentionscope.model.generation.WordByWord;
import attentionscope.nn.AttentionChoice;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Recurrent models write the same by themselves and when they are asked word by word. */
class RecurrentWritingTest {

  private static final int STEPS = 5;

  @Test
  void freeGenerationIsGreedyWriting() throws Problem {
    for (Seq2SeqConfig config : RecurrentRuns.configurations()) {
      if (draws(config)) {
        continue;
      }
      Seq2Seq model = RecurrentRuns.seq2Seq(config);
      Tokens source = RecurrentRuns.input().source();
      int start = RecurrentRuns.START;
      Trace free = model.generate(source, "", start, OptionalInt.empty(), STEPS, List.of());
      Tokens starts = Tokens.unlabelled(2, List.of(start, start), List.of(false, false));
      ModelInput input = new ModelInput(source, Optional.of(starts), "");
      List<List<Integer>> written =
          new WordByWord(Rules.atMost(STEPS - 1), new Choice.Greedy())
              .write(new ModelTokens(model, input), ModelTokens.prompts(input))
              .sequences();
      for (int sample = 0; sample < 2; sample++) {
        List<Integer> read = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
          Node tokens = free.get(TensorId.of("decoder.step." + step + ".tokens"));
          read.add((int) tokens.at(sample, 0));
        }
        assertEquals(read, written.get(sample), config.toString());
      }
    }
  }

  /** Attention drawn by chance is drawn otherwise where all steps are computed at once. */
  private static boolean draws(Seq2SeqConfig config) {
    return config.attention().isPresent()
        && config.attention().get().choice().kind() == AttentionChoice.Kind.DRAWN;
  }
}
