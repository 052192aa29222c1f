package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import java.util.List;

/** What is known of one family of models. */
interface Family {

  /** What {@code model_type} says in its checkpoints. */
  List<String> types();

  /**
   * Makes a model of a checkpoint.
   *
   * @throws Problem when a setting cannot be computed, or an array is missing
   */
  Model open(Opening opening) throws Problem;
}
