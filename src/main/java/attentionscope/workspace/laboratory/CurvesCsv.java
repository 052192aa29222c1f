package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import attentionscope.train.Trainer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The curves of runs as a table: a line a step, with how well it did where that was looked at.
 *
 * <pre>
 *   run,step,loss,rate,norm,unseen_loss,unseen_right,learned_right
 *   A,1,4.2340674,2.0E-5,4.16,,,
 * </pre>
 */
final class CurvesCsv {

  private static final String HEAD =
      "run,step,loss,rate,norm,unseen_loss,unseen_right,learned_right";

  private CurvesCsv() {}

  static void write(Path file, LabState state) throws Problem {
    byte[] text = text(state).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(text));
  }

  static String text(LabState state) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (int i = 0; i < state.runs().size(); i++) {
      String name = i == 0 ? "A" : "B";
      RunSoFar run = state.runs().get(i);
      int next = 0;
      if (run.glances().getFirst().step() == run.begun()) {
        lines.add(name + "," + run.begun() + ",,,," + looked(run.glances().getFirst()));
        next = 1;
      }
      for (Trainer.Step step : run.steps()) {
        Optional<Glance> glance = Optional.empty();
        if (next < run.glances().size() && run.glances().get(next).step() == step.number()) {
          glance = Optional.of(run.glances().get(next));
          next++;
        }
        lines.add(
            "%s,%d,%s,%s,%s,%s"
                .formatted(
                    name,
                    step.number(),
                    step.loss(),
                    step.rate(),
                    step.norm(),
                    glance.map(CurvesCsv::looked).orElse(",,")));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String looked(Glance glance) {
    return glance.unseenLoss() + "," + glance.unseen() + "," + glance.learned();
  }
}
