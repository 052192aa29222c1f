package attentionscope.workspace.training;

import attentionscope.checkpoint.Matrices;
import attentionscope.checkpoint.OwnModel;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.nn.Parameters;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import attentionscope.workspace.ModelLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ejml.data.FMatrixRMaj;

/**
 * What a trained model has learned, as the beginning of another one (Radford et al. 2018, section
 * 3.2): every matrix of the same id and size; what the other one says, and so its last layer, may
 * be new and is drawn.
 */
final class Inherited implements Parameters {

  /** Of the models that came with the program, those that were trained. */
  private static final String TRAINED = "trained/";

  private static final String LAST_LAYER = "logits";

  private final String from;
  private final Map<TensorId, FMatrixRMaj> learned;
  private final Parameters rest;
  private final Set<TensorId> used = ConcurrentHashMap.newKeySet();

  private Inherited(String from, Map<TensorId, FMatrixRMaj> learned, Parameters rest) {
    this.from = from;
    this.learned = Map.copyOf(learned);
    this.rest = rest;
  }

  /**
   * Opens a trained model.
   *
   * @param from the name of one that came with the program, or a folder
   * @param words what the new model reads, which the other one must have read, too
   * @param rest what is not inherited
   * @throws Problem when there is no such model, or it reads other words
   */
  static Inherited open(ProgramFolder program, String from, List<String> words, Parameters rest)
      throws Problem {
    ModelLibrary library = new ModelLibrary(program);
    boolean named = library.shipped().contains(TRAINED + from);
    Path folder = library.find(named ? TRAINED + from : from);
    Path weights = folder.resolve(OwnModel.WEIGHTS);
    if (!Files.isRegularFile(weights)) {
      throw new Problem("workspace.problem.not-trained", folder);
    }
    if (!OwnModel.read(from, folder).sourceWords().equals(words)) {
      throw new Problem("workspace.problem.from-words", from);
    }
    return new Inherited(from, Matrices.read(weights).byId(), rest);
  }

  /**
   * Asked when a run has taken what it needs.
   *
   * @throws Problem when something that was learned has no place in a model of this kind
   */
  void requireUsed(String kind) throws Problem {
    Optional<TensorId> left =
        learned.keySet().stream()
            .filter(id -> !used.contains(id) && !id.segments().getFirst().equals(LAST_LAYER))
            .sorted()
            .findFirst();
    if (left.isPresent()) {
      throw new Problem("workspace.problem.from-kind", from, left.get(), kind);
    }
  }

  @Override
  public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem {
    FMatrixRMaj known = learned.get(id);
    if (known == null || known.numRows != rows || known.numCols != columns) {
      return rest.matrix(id, rows, columns, kind);
    }
    used.add(id);
    return known;
  }

  @Override
  public Origin origin(TensorId id) {
    return used.contains(id) ? new Origin.File(OwnModel.WEIGHTS, id.path()) : rest.origin(id);
  }

  @Override
  public Origin origin() {
    return new Origin.File(OwnModel.WEIGHTS, from);
  }
}
