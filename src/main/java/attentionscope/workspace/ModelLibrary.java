package attentionscope.workspace;

import attentionscope.checkpoint.OwnModel;
import attentionscope.files.BoundedFile;
import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.WordTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The models that came with the program, and any other in a folder. */
public final class ModelLibrary {

  private final Path models;
  private final Map<String, OpenedModel> opened = new ConcurrentHashMap<>();

  public ModelLibrary(ProgramFolder program) {
    models = program.assets().resolve("models");
  }

  /**
   * The names of the models that came with the program, such as {@code toy/i-go-home}.
   *
   * @throws Problem when the program's folder can't be read
   */
  public List<String> shipped() throws Problem {
    try (Stream<Path> files = Files.walk(models, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals(OwnModel.CONFIG))
          .map(file -> models.relativize(file.getParent()).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new Problem(fault, "files.problem.unreadable", models, BoundedFile.said(fault));
    }
  }

  /**
   * Opens a model, or hands out the one opened before.
   *
   * @param name of a shipped model, or a folder
   * @throws Problem when there is no such model, or its files have faults
   */
  public OpenedModel open(String name) throws Problem {
    OpenedModel known = opened.get(name);
    if (known != null) {
      return known;
    }
    List<String> shipped = shipped();
    Path folder = shipped.contains(name) ? models.resolve(name) : Path.of(name);
    if (!Files.isDirectory(folder)) {
      List<String> near = Nearest.names(name, shipped, 3);
      throw new Problem(
          "workspace.problem.no-model", name, String.join(", ", near.isEmpty() ? shipped : near));
    }
    OpenedModel model = read(name, folder);
    opened.put(name, model);
    return model;
  }

  private static OpenedModel read(String name, Path folder) throws Problem {
    OwnModel own = OwnModel.read(name, folder);
    Optional<Tokenizer> target =
        own.model().readsTarget()
            ? Optional.of(new WordTokenizer(own.targetWords()))
            : Optional.empty();
    return new OpenedModel(
        own.model(),
        new WordTokenizer(own.sourceWords()),
        target,
        new Typed(own.exampleSource(), own.exampleTarget()));
  }
}
