package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.trace.Intervention;
import attentionscope.trace.Origin;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.Trace;
import java.nio.file.Path;
import java.util.List;

/**
 * Matrices that the program cannot put together: their run is empty, whatever is put in.
 *
 * @param name how the user calls it
 * @param place where they are from
 */
record NothingToRun(String name, Path place) implements Model {

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public Trace run(ModelInput input, List<Intervention> interventions) throws Problem {
    Origin file = new Origin.File(String.valueOf(place.getFileName()), "");
    return Tape.plain().finish(new Provenance(name, file, "", List.of()));
  }
}
