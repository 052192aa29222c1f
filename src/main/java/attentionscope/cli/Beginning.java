package attentionscope.cli;

import attentionscope.app.Opening;
import attentionscope.files.Problem;
import attentionscope.workspace.WorkspaceFile;
import java.nio.file.Path;

/** What commands are told to open: a workspace's file, or a model by its folder or name. */
final class Beginning {

  private Beginning() {}

  /** Whether a text names a workspace or a model; names of lessons have no slash. */
  static boolean isNamedBy(String what) {
    return WorkspaceFile.isNamedBy(what) || what.contains("/") || what.contains("\\");
  }

  /**
   * @throws Problem when a workspace's file has faults
   */
  static Opening with(String what) throws Problem {
    return WorkspaceFile.isNamedBy(what)
        ? new Opening.Of(WorkspaceFile.read(Path.of(what)))
        : new Opening.OfModel(what);
  }

  /** A name for its picture. */
  static String pictureOf(String what) {
    return WorkspaceFile.nameWithoutEnding(String.valueOf(Path.of(what).normalize().getFileName()));
  }
}
