package attentionscope.workspace.training;

import attentionscope.checkpoint.Matrices;
import attentionscope.checkpoint.OwnModel;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.Predictor;
import attentionscope.train.Examination;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model that was trained here, with what it was trained on.
 *
 * @param model ready to run
 * @param plan by which it was trained
 * @param task what it learned
 */
public record TrainedModel(Predictor model, Plan plan, Task task) {

  /**
   * Opens a folder that a {@link TrainingRun} wrote.
   *
   * @throws Problem when it is none
   */
  public static TrainedModel open(ProgramFolder program, Path folder) throws Problem {
    Path weights = folder.resolve(OwnModel.WEIGHTS);
    if (!Files.isRegularFile(weights)
        || !(OwnModel.read(folder.toString(), folder).model() instanceof Predictor model)) {
      throw new Problem("workspace.problem.not-trained", folder);
    }
    Plan plan = Plan.read(weights, Matrices.read(weights).notes());
    return new TrainedModel(model, plan, new Tasks(program).open(plan.task()));
  }

  /** How well it does on samples that it never learned from. */
  public Examination examine(long seed, int samples) throws Problem {
    return Examination.of(model, model.parameters(), task, seed, samples);
  }
}
