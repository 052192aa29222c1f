package attentionscope.checkpoint.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.files.Problem;
import attentionscope.model.CachedRun;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.op.Exactness;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of opened checkpoints explain themselves, and go on token by token. */
class FamilyTracesTest {

  private static final float MOVE = 1f / 512;
  private static final Loss LOSS = Loss.ignoring(-1);

  /** Nothing is expected of the padding. */
  private static final List<Integer> EXPECTED = List.of(-1, 2, 3, 4, 5, 6);

  private static final List<Boolean> NONE = List.of(false, false, false, false, false, false);

  static Stream<Path> cases() throws IOException {
    return Stream.concat(
        folders(ReferenceFolder.find().resolve("hf")), folders(ReferenceFolder.families()));
  }

  private static Stream<Path> folders(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static Model open(Path folder) throws Problem {
    return HuggingFaceCheckpoint.open(String.valueOf(folder.getFileName()), folder).model();
  }

  /** Two sequences; of the first of them the last token, or the first one, is padding. */
  private static ModelInput input(Model model) {
    boolean writes = model instanceof Predictor predictor && predictor.writes();
    boolean front = writes && !model.readsTarget();
    boolean takesPlaces = front && ((Predictor) model).takesPlaces();
    List<Boolean> padding =
        front
            ? List.of(true, false, false, false, false, false)
            : List.of(false, false, true, false, false, false);
    Tokens source = Tokens.unlabelled(2, List.of(7, 30, 4, 9, 5, 22), padding);
    return new ModelInput(
        takesPlaces ? source.countedBehindPadding() : source,
        model.readsTarget()
            ? Optional.of(Tokens.unlabelled(2, List.of(3, 40, 6, 8, 11, 2), NONE))
            : Optional.empty(),
        "");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void explanationsGiveTheStoredBits(Path folder) throws Problem {
    Model model = open(folder);
    Exactness.assertExplanationsAreExact(model.run(input(model), List.of()));
  }

  /** Layers that are put together otherwise than those of our own models. */
  @ParameterizedTest
  @ValueSource(strings = {"llama-gqa-padded", "gptneox", "gptj", "opt-postnorm-padded"})
  void theLossMovesAsItsGradientsSay(String name) throws Problem {
    Predictor model = (Predictor) open(ReferenceFolder.find().resolve("hf").resolve(name));
    ModelInput input = input(model);
    Trace trace = model.runBackwards(input, EXPECTED, LOSS, List.of(), Watcher.NOBODY);
    Exactness.assertExplanationsAreExact(trace);
    for (String one : List.of("self.q", "self.k", "self.v", "feedforward.hidden")) {
      Node weight = trace.get(TensorId.of("decoder.0." + one + ".weight"));
      CellRef cell = weight.ref(3, 5);
      float at = weight.at(3, 5);
      double above = loss(model, input, cell, at + MOVE);
      double below = loss(model, input, cell, at - MOVE);
      double expected = (above - below) / ((double) (at + MOVE) - (at - MOVE));
      double found = trace.get(weight.id().in("grad")).at(3, 5);
      assertEquals(expected, found, 5e-3 * (1 + Math.abs(expected)), cell::toString);
    }
  }

  private static double loss(Predictor model, ModelInput input, CellRef cell, float value)
      throws Problem {
    Graph graph =
        new Graph(new Tape(List.of(new Intervention.SetCell(cell, value))), model.parameters());
    return LOSS.of(graph, model.logits(graph, input), EXPECTED).at(0, 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRunTokenByTokenHasTheBitsOfARunAtOnce(Path folder) throws Problem {
    if (!(open(folder) instanceof Predictor model) || !model.remembers()) {
      return;
    }
    ModelInput first = input(model);
    CachedRun run = CachedRun.begin(model, first).next(List.of(12, 13)).next(List.of(14, 15));
    FMatrixRMaj now = run.logits();
    Tokens read = first.target().orElse(first.source());
    Tokens all =
        Tokens.unlabelled(
            2,
            List.of(
                read.ids().get(0),
                read.ids().get(1),
                read.ids().get(2),
                12,
                14,
                read.ids().get(3),
                read.ids().get(4),
                read.ids().get(5),
                13,
                15),
            List.of(
                read.padding().get(0),
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false));
    ModelInput whole =
        first.target().isPresent()
            ? new ModelInput(first.source(), Optional.of(all), "")
            : new ModelInput(
                first.source().places().isEmpty() ? all : all.countedBehindPadding(),
                Optional.empty(),
                "");
    FMatrixRMaj logits = model.run(whole, List.of()).get(TensorId.of("logits")).value();
    int width = logits.numCols;
    for (int sample = 0; sample < 2; sample++) {
      int last = sample * 5 + 4;
      assertArrayEquals(
          Arrays.copyOfRange(logits.data, last * width, (last + 1) * width),
          Arrays.copyOfRange(now.data, sample * width, (sample + 1) * width));
    }
    boolean turned = !run.trace().match("**.k.turned.cache").isEmpty();
    assertTrue(turned || !run.trace().match("**.k.cache").isEmpty());
  }
}
