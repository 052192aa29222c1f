package attentionscope.workspace.recurrent;

import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.model.Recurrent;
import attentionscope.model.Seq2Seq;
import attentionscope.model.generation.Choice;
import attentionscope.nn.RecurrentAttention;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import attentionscope.train.Examination;
import attentionscope.train.task.Task;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.TextWriter;
import attentionscope.workspace.Typed;
import attentionscope.workspace.recurrent.ReaderStudy.Alignment;
import attentionscope.workspace.recurrent.ReaderStudy.Reader;
import attentionscope.workspace.recurrent.ReaderStudy.Way;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One trained model reads a text and answers it.
 *
 * @param name of the model
 * @param opened the model with its words
 * @param task what it was trained on
 */
record Reading(String name, OpenedModel opened, Task task) {

  /**
   * What it makes of a text.
   *
   * @param accuracy of the model, measured before
   * @throws Problem when it does not know a word of it
   */
  Reader of(String source, Examination accuracy) throws Problem {
    ModelInput input = opened.read(new Typed(source, ""));
    int most = task.longestTarget() + (task.ends() ? 1 : 0);
    ModelInput beginning = new ModelInput(input.source(), Optional.empty(), source);
    List<Integer> said =
        new TextWriter(opened, beginning, most).write(new Choice.Greedy(), 1).getFirst().ids();
    List<Integer> before = said.isEmpty() ? said : said.subList(0, said.size() - 1);
    Trace trace = opened.run(opened.read(new Typed(source, ""), before), List.of());
    boolean reversed = opened.model() instanceof Recurrent reader && reader.readsReversed();
    return new Reader(
        name,
        way(opened.model()),
        reversed,
        said.stream().map(opened::label).toList(),
        alignment(trace),
        accuracy);
  }

  static Way way(Model model) {
    if (!(model instanceof Seq2Seq recurrent)) {
      return Way.TRANSFORMER;
    }
    Optional<RecurrentAttention> attention = recurrent.config().attention();
    if (attention.isEmpty()) {
      return recurrent.config().peeky() ? Way.PEEKY : Way.PLAIN;
    }
    return switch (attention.get().score()) {
      case ADDITIVE -> Way.ADDITIVE;
      case CONCAT -> Way.CONCAT;
      case DOT -> Way.DOT;
      case SCALED_DOT -> Way.SCALED_DOT;
      case GENERAL -> Way.GENERAL;
    };
  }

  /** Of several heads the one that looks most decidedly, in any layer. */
  private static Optional<Alignment> alignment(Trace trace) {
    return AttentionSite.of(trace).stream()
        .filter(site -> site.kind() == AttentionSite.Kind.CROSS && site.stack().equals("decoder"))
        .flatMap(site -> IntStream.range(0, site.heads()).mapToObj(site::head))
        .flatMap(head -> trace.find(head.child("weights")).stream())
        .max(Comparator.comparingDouble(Reading::decided))
        .map(node -> new Alignment(node.id(), node.value()));
  }

  /** The mean of the rows' largest weights. */
  private static double decided(Node weights) {
    double sum = 0;
    for (int row = 0; row < weights.value().numRows; row++) {
      double largest = 0;
      for (int column = 0; column < weights.value().numCols; column++) {
        largest = Math.max(largest, weights.at(row, column));
      }
      sum += largest;
    }
    return sum / weights.value().numRows;
  }
}
