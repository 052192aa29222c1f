package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Given;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run leaves little behind but its matrices. */
class AllocationTest {

  /** Nodes, ids, axes and maps. */
  private static final long MOST_BESIDE_MATRICES = 200_000;

  /** SIMD code that has not been compiled yet makes an object of every vector. */
  private static final int RUNS_UNTIL_COMPILED = 20_000;

  @Test
  void aRunOfTheLessonModelAllocatesLittleBesideItsMatrices() throws Problem {
    Transformer model = lessonModel();
    ModelInput input = new ModelInput(tokens(5), Optional.of(tokens(11)), "");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Trace trace = model.run(input, List.of());
    long matrices = retained(trace);
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS_UNTIL_COMPILED && least >= MOST_BESIDE_MATRICES; run++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      model.run(input, List.of());
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before - matrices);
    }
    long beside = least;
    assertTrue(beside < MOST_BESIDE_MATRICES, () -> beside + " bytes beside the matrices");
  }

  /** 2 + 2 layers, 64, 4 heads, 12 tokens. */
  private static Transformer lessonModel() {
    TransformerConfig paper = TransformerConfig.paperBase(32);
    TransformerConfig config =
        new TransformerConfig(
            2,
            2,
            64,
            4,
            16,
            16,
            256,
            paper.activation(),
            paper.normFirst(),
            paper.lastNorm(),
            paper.epsilon(),
            paper.bias(),
            paper.positions(),
            paper.sourceVocabulary(),
            paper.targetVocabulary(),
            paper.sharedEmbedding(),
            paper.tiedOutput(),
            paper.scaledEmbedding(),
            paper.outputBias());
    return new Transformer("lesson", config, new SeededParameters(4), List.of());
  }

  private static Tokens tokens(int step) {
    List<Integer> ids = IntStream.range(0, 12).mapToObj(t -> (7 + t * step) % 32).toList();
    return Tokens.of(ids, ids.stream().map(String::valueOf).toList());
  }

  /** What the run's own matrices take. */
  private static long retained(Trace trace) {
    Set<float[]> matrices = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node node : trace.nodes()) {
      if (!(node.op() instanceof Given given && given.kind().equals("parameter"))) {
        matrices.add(node.value().data);
      }
    }
    return matrices.stream().mapToLong(data -> 16 + 4L * data.length).sum();
  }
}
