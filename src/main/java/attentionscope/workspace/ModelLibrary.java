package attentionscope.workspace;

import attentionscope.checkpoint.OwnModel;
import attentionscope.files.BoundedFile;
import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that came with the program, and any other in a folder. */
public final class ModelLibrary {

  /** As many as are kept open; a mapped file stays mapped as long as its model is kept. */
  private static final int MOST_OPEN = 16;

  /** Has models that lie in no file. */
  @FunctionalInterface
  public interface Lender {
    /**
     * The model of a name; empty where the name is none of its own.
     *
     * @throws Problem when the name is its own and there is no such model
     */
    Optional<OpenedModel> lend(String name) throws Problem;
  }

  private final ProgramFolder program;
  private final Path models;
  private final Lender lender;
  private final Map<String, OpenedModel> opened =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST_OPEN, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, OpenedModel> eldest) {
              return size() > MOST_OPEN;
            }
          });

  public ModelLibrary(ProgramFolder program) {
    this(program, name -> Optional.empty());
  }

  /**
   * @param lender is asked first, for models that lie in no file
   */
  public ModelLibrary(ProgramFolder program, Lender lender) {
    this.program = program;
    this.lender = lender;
    models = program.assets().resolve("models");
  }

  /** Where it looks for them. */
  public ProgramFolder program() {
    return program;
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
   * @param name of a shipped model, or a folder or a file
   * @throws Problem when there is no such model, or its files have faults
   */
  public OpenedModel open(String name) throws Problem {
    Optional<OpenedModel> lent = lender.lend(name);
    if (lent.isPresent()) {
      return lent.get();
    }
    OpenedModel known = opened.get(name);
    return known == null ? reopen(name) : known;
  }

  /**
   * Opens a model anew, whatever was opened before.
   *
   * @throws Problem as {@link #open}
   */
  public OpenedModel reopen(String name) throws Problem {
    Optional<OpenedModel> lent = lender.lend(name);
    if (lent.isPresent()) {
      return lent.get();
    }
    OpenedModel model = new ModelFiles(name, find(name)).open();
    opened.put(name, model);
    return model;
  }

  /**
   * Where a model's files are.
   *
   * @param name as for {@link #open}
   * @throws Problem when there is no such model
   */
  public Path find(String name) throws Problem {
    List<String> shipped = shipped();
    boolean isShipped = shipped.contains(name);
    Optional<Path> place = isShipped ? Optional.of(models.resolve(name)) : place(name);
    if (place.isEmpty() || !Files.exists(place.get())) {
      List<String> near = Nearest.names(name, shipped, 3);
      throw new Problem(
          "workspace.problem.no-model", name, String.join(", ", near.isEmpty() ? shipped : near));
    }
    return place.get();
  }

  private static Optional<Path> place(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
