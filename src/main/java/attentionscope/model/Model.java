package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.trace.Intervention;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import java.util.List;

/** A model: its parameters and how it computes. */
public interface Model {

  /** How the user calls it. */
  String name();

  /** Whether it has a decoder that reads a second sequence. */
  boolean readsTarget();

  /**
   * Computes everything and keeps it.
   *
   * @throws Problem when the input does not suit the model, or a change does not fit the run
   */
  Trace run(ModelInput input, List<Intervention> interventions) throws Problem;

  /**
   * As {@link #run(ModelInput, List)}, with somebody who is shown each layer once it is computed.
   * Models without layers show nothing before the end.
   *
   * @throws Problem as {@link #run(ModelInput, List)}
   */
  default Trace run(ModelInput input, List<Intervention> interventions, Watcher watcher)
      throws Problem {
    return run(input, interventions);
  }
}
