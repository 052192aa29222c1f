package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.nn.SeededParameters;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run that somebody looks at while it is computed. */
class WatchedRunTest {

  private static final Model MODEL =
      new Transformer("paper", TransformerConfig.paperBase(11), new SeededParameters(3), List.of());
  private static final ModelInput INPUT =
      new ModelInput(
          Tokens.of(List.of(1, 2, 3), List.of("a", "b", "c")),
          Optional.of(Tokens.of(List.of(4, 5), List.of("d", "e"))),
          "");

  private static List<Trace> parts(long patience) throws Exception {
    List<Trace> parts = new ArrayList<>();
    parts.add(MODEL.run(INPUT, List.of(), new Watcher(patience, parts::add)));
    return parts;
  }

  @Test
  void theFirstPartEndsWithTheFirstLayer() throws Exception {
    Trace first = parts(0).getFirst();
    assertFalse(first.isWhole());
    assertEquals("encoder.0.feedforward.norm", first.nodes().getLast().id().path());
    assertTrue(first.match("encoder.1.**").isEmpty());
  }

  @Test
  void aPartNeverChangesAndTheRunIsTheSameToTheBit() throws Exception {
    List<Trace> parts = parts(0);
    Trace watched = parts.getLast();
    Trace plain = MODEL.run(INPUT, List.of());
    assertTrue(watched.isWhole());
    assertEquals(plain.nodes().size(), watched.nodes().size());
    assertEquals(plain.provenance(), watched.provenance());
    assertEquals(plain.provenance(), parts.getFirst().provenance());
    for (int i = 0; i < plain.nodes().size(); i++) {
      Node node = watched.nodes().get(i);
      assertArrayEquals(plain.nodes().get(i).value().data, node.value().data, node.toString());
    }
    for (Trace part : parts) {
      assertEquals(watched.nodes().subList(0, part.nodes().size()), part.nodes());
    }
  }

  @Test
  void whatIsSoonDoneIsSeenWhenItIsDone() throws Exception {
    assertEquals(1, parts(60_000).size());
  }
}
