package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.model.generation.NextToken;
import attentionscope.model.generation.Rules;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a model that writes would write next after a run.
 *
 * @param next the choice of the next token
 * @param row the row of {@code logits} and {@code probabilities} that it is made by: the last one
 * @param prompt how many tokens the run read before those that were written
 * @param labels what tokens are called, by id
 * @param ended why nothing can follow
 * @param read everything that was read
 * @param computed the run of the newest token: its rows are the last ones
 * @param search what a beam search has found, where one was asked for
 */
public record Outlook(
    NextToken next,
    int row,
    int prompt,
    IntFunction<String> labels,
    Optional<Ended> ended,
    Tokens read,
    Computed computed,
    Optional<Search> search) {

  public static final TensorId PROBABILITIES = TensorId.of("probabilities");
  private static final TensorId LOGITS = TensorId.of("logits");

  /** Learned positions of what a decoder writes, or else of the only text. */
  private static final List<TensorId> POSITIONS =
      List.of(TensorId.of("target.position.weight"), TensorId.of("source.position.weight"));

  /** Why nothing can follow. */
  public enum Ended {
    /** The last token is one that ends a text. */
    END,
    /** No longer text is read. */
    LENGTH
  }

  /**
   * What comes next; empty where the model does not write.
   *
   * @param computed what was computed of this workspace
   * @throws Problem as {@link OpenedModel#read}
   */
  static Optional<Outlook> of(OpenedModel opened, Workspace workspace, Computed computed)
      throws Problem {
    Optional<Predictor> writer = WritingRules.writer(opened);
    Optional<Node> logits = computed.newest().find(LOGITS);
    boolean unsure = opened.habits().fault().isPresent(); // said when it is to write
    if (writer.isEmpty() || logits.isEmpty() || unsure) {
      return Optional.empty();
    }
    Writing writing = workspace.writing();
    Tokens read = read(opened, workspace);
    Rules rules = WritingRules.of(opened, Integer.MAX_VALUE, read.length() - writing.shown());
    int row = logits.get().value().numRows - 1;
    NextToken next =
        NextToken.of(
            logits.get().value(), row, rules, read.ids(), writing.shown(), writing.choice());
    return Optional.of(
        new Outlook(
            next,
            read.length() - 1,
            read.length() - writing.shown(),
            opened::label,
            ended(rules, read, longest(opened, computed.whole())),
            read,
            computed,
            Optional.empty()));
  }

  private static Tokens read(OpenedModel opened, Workspace workspace) throws Problem {
    ModelInput input = opened.read(workspace.input(), workspace.writing().read());
    return input.target().orElse(input.source());
  }

  /** How many tokens a text has at most: those that there are learned positions for. */
  static int longest(OpenedModel opened, Trace trace) {
    return POSITIONS.stream()
        .flatMap(id -> trace.find(id).stream())
        .mapToInt(table -> Math.min(opened.longest(), table.rows().size()))
        .findFirst()
        .orElse(opened.longest());
  }

  private static Optional<Ended> ended(Rules rules, Tokens read, int longest) {
    if (rules.ends().contains(read.ids().getLast())) {
      return Optional.of(Ended.END);
    }
    return read.length() >= longest ? Optional.of(Ended.LENGTH) : Optional.empty();
  }

  Outlook with(Optional<Search> found) {
    return new Outlook(next, row, prompt, labels, ended, read, computed, found);
  }

  /** The run whose last row is the newest token. */
  public Trace newest() {
    return computed.newest();
  }

  /** Whether a cell is the probability of a token that may come next. */
  public boolean holds(CellRef cell) {
    return cell.id().equals(PROBABILITIES)
        && cell.row() == row
        && cell.column() < next.first().size();
  }

  /** How many tokens the run read. */
  public int length() {
    return row + 1;
  }

  /** What a token is called. */
  public String label(int token) {
    return labels.apply(token);
  }
}
