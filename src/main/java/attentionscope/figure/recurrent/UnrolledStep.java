package attentionscope.figure.recurrent;

import attentionscope.figure.matrix.AxisNames;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of one layer.
 *
 * @param id such as {@code encoder.0.step.4}
 * @param number of the step, from 0
 * @param hidden the state after it, 1 x d_h
 */
record UnrolledStep(TensorId id, int number, Node hidden) {

  /** In the order of computing; which there are depends on the cell. */
  private static final List<String> INSIDE =
      List.of(
          "sum",
          "gate.reset",
          "gate.update",
          "remembered",
          "gate.input",
          "gate.forget",
          "candidate.sum",
          "gate.candidate",
          "gate.output",
          "cell",
          "hidden");

  private static final List<String> SUMS = List.of("sum", "candidate.sum");

  /** What it reads: the token's name. */
  String label() {
    return AxisNames.label(hidden.rows(), 0);
  }

  /** Its gates and states, in the order of computing. A plain network has a sum besides. */
  List<Node> inside(Trace trace) {
    List<Node> all = INSIDE.stream().flatMap(name -> find(trace, name).stream()).toList();
    boolean gated = all.stream().anyMatch(node -> node.id().path().contains(".gate."));
    return all.stream()
        .filter(node -> !gated || SUMS.stream().noneMatch(sum -> name(node).equals(sum)))
        .toList();
  }

  /** What a matrix is called within the step: {@code gate.input}. */
  String name(Node node) {
    return node.id().path().substring(id.path().length() + 1);
  }

  private Optional<Node> find(Trace trace, String name) {
    TensorId found = Stream.of(name.split("\\.")).reduce(id, TensorId::child, (a, b) -> b);
    return trace.find(found);
  }
}
