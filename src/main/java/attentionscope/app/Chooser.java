package attentionscope.app;

import attentionscope.language.Texts;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for something on the disk. Nothing is answered where nothing was chosen. */
public interface Chooser {

  /** Where there is nobody to be asked. */
  Chooser NOBODY =
      new Chooser() {
        @Override
        public Optional<Path> folder(Texts texts) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> file(Texts texts) {
          return Optional.empty();
        }
      };

  Optional<Path> folder(Texts texts);

  Optional<Path> file(Texts texts);

  /**
   * Where something is to be written.
   *
   * @param name a file's name to begin with
   */
  default Optional<Path> save(Texts texts, String name) {
    return Optional.empty();
  }
}
