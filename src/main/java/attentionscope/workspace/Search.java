package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.model.generation.BeamSearch;
import attentionscope.model.generation.Hypothesis;
import attentionscope.model.generation.NextTokens;
import attentionscope.model.generation.Rules;
import attentionscope.model.generation.Searched;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ejml.data.FMatrixRMaj;

/**
 * A beam search over what a workspace's model would write.
 *
 * @param beams how it was made
 * @param found what was found
 * @param prompt everything that was read before
 * @param before the tokens that had been written before it began
 */
public record Search(Beams beams, Searched found, List<Integer> prompt, List<Integer> before) {

  /** What its numbers are made of: the last row of these. */
  static final TensorId LOGITS = TensorId.of("logits");

  public Search {
    prompt = List.copyOf(prompt);
    before = List.copyOf(before);
  }

  /** Runs a workspace. */
  interface Run {
    FMatrixRMaj logits(Workspace workspace) throws Problem;
  }

  /**
   * Searches; empty where nothing can follow.
   *
   * @param longest how many tokens the model reads at most
   * @param run of a workspace in which something is changed by hand; each prefix is run anew
   */
  static Optional<Search> of(OpenedModel opened, Workspace workspace, int longest, Run run)
      throws Problem {
    Writing writing = workspace.writing();
    Beams beams = writing.beams();
    List<Integer> before = writing.written().subList(0, beams.from());
    ModelInput input = opened.read(workspace.input(), before);
    Tokens read = input.target().orElse(input.source());
    int most = Math.min(longest - read.length(), beams.most());
    if (most < 1) {
      return Optional.empty();
    }
    Rules rules = WritingRules.of(opened, most, read.length());
    if (rules.ends().contains(read.ids().getLast())) {
      return Optional.empty();
    }
    Predictor model = WritingRules.needed(opened);
    NextTokens next =
        workspace.runsPlainly()
            ? NextTokens.of(model, input)
            : sequences -> rows(sequences, workspace, read.length() - before.size(), run);
    Searched found = new BeamSearch(rules, beams.plan()).search(next, List.of(read.ids()));
    return Optional.of(new Search(beams, found, read.ids(), before));
  }

  /** What comes after each sequence, where changes act on every run. */
  private static FMatrixRMaj rows(
      List<NextTokens.Sequence> sequences, Workspace workspace, int typed, Run run) throws Problem {
    List<FMatrixRMaj> runs = new ArrayList<>();
    for (NextTokens.Sequence sequence : sequences) {
      List<Integer> written = sequence.tokens().subList(typed, sequence.tokens().size());
      Writing longer = workspace.writing().withWritten(written, written.size());
      runs.add(run.logits(workspace.withWriting(longer)));
    }
    FMatrixRMaj last = new FMatrixRMaj(runs.size(), runs.getFirst().numCols);
    for (int row = 0; row < runs.size(); row++) {
      FMatrixRMaj own = runs.get(row);
      int from = (own.numRows - 1) * own.numCols;
      System.arraycopy(own.data, from, last.data, row * own.numCols, own.numCols);
    }
    return last;
  }

  /** How many steps it took. */
  public int steps() {
    return found.steps().size();
  }

  /** How many of its steps are shown. */
  public int shown(Beams now) {
    return Math.clamp(now.moment().orElse(steps()), 0, steps());
  }

  /** What a hypothesis would have written, what was written before the search included. */
  public List<Integer> written(int hypothesis) {
    List<Integer> all = new ArrayList<>(before);
    all.addAll(found.written(hypothesis));
    return all;
  }

  /** The hypothesis that a writing reads; none: the prompt, or what the search never had. */
  public OptionalInt read(Writing writing) {
    return found.tree().stream()
        .mapToInt(Hypothesis::number)
        .filter(number -> written(number).equals(writing.read()))
        .findFirst();
  }
}
