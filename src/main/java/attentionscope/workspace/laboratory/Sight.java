package attentionscope.workspace.laboratory;

import attentionscope.trace.Node;
import attentionscope.train.Answered;
import java.util.List;

/**
 * What is seen of a snapshot besides its run.
 *
 * @param state of the laboratory when it was looked at
 * @param name of the snapshot
 * @param tasks the names of all tasks
 * @param kinds the kinds of models that can learn the one that is tried out
 * @param models that it can begin with
 * @param left whether there is a training that was kept when the program ended
 * @param through the weights of one head as they were from the beginning of the training to its
 *     end, on the text that the run reads
 * @param answers what it answers to a few unseen samples
 */
public record Sight(
    LabState state,
    Name name,
    List<String> tasks,
    List<String> kinds,
    List<String> models,
    boolean left,
    List<Through> through,
    List<Answered> answers) {

  /**
   * A head at one moment.
   *
   * @param step after which
   * @param weights T_q x T_k
   */
  public record Through(int step, Node weights) {}

  public Sight {
    tasks = List.copyOf(tasks);
    kinds = List.copyOf(kinds);
    models = List.copyOf(models);
    through = List.copyOf(through);
    answers = List.copyOf(answers);
  }

  /** The run that the snapshot is of. */
  public RunSoFar run() {
    return state.runs().get(Math.min(name.index(), state.runs().size() - 1));
  }
}
