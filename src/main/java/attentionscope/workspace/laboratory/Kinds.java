package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.workspace.training.Plan;
import attentionscope.workspace.training.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which kinds of models can learn which task; it is found out once. */
final class Kinds {

  private final ProgramFolder program;
  private final Map<String, List<String>> kinds = new ConcurrentHashMap<>();

  Kinds(ProgramFolder program) {
    this.program = program;
  }

  /** The kinds of models that can learn the task of a plan. */
  List<String> of(Plan plan) throws Problem {
    List<String> known = kinds.get(plan.task());
    if (known == null) {
      known = new ArrayList<>();
      for (String kind : TrainingRun.kinds(program)) {
        if (suits(plan, kind)) {
          known.add(kind);
        }
      }
      kinds.put(plan.task(), List.copyOf(known));
    }
    return known;
  }

  private boolean suits(Plan plan, String kind) {
    try {
      return new TrainingRun(program, plan.with("kind", kind)).steps() == 0;
    } catch (Problem unsuited) {
      return false;
    }
  }
}
