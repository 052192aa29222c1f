package attentionscope.cli;

import attentionscope.files.Problem;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A library of the system that JavaFX loads on Linux. JavaFX says of one that is missing only "no
 * fonts" or "no toolkit found", long after the fact; so they are looked for beforehand.
 */
enum NativeLibrary {
  FREETYPE("libfreetype.so.6", "libfreetype6", "freetype", false),
  PANGO("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pango", false),
  GTK("libgtk-3.so.0", "libgtk-3-0", "gtk3", true),
  XTST("libXtst.so.6", "libxtst6", "libXtst", true);

  private final String file;
  private final String debian;
  private final String fedora;
  private final boolean forWindow;

  NativeLibrary(String file, String debian, String fedora, boolean forWindow) {
    this.file = file;
    this.debian = debian;
    this.fedora = fedora;
    this.forWindow = forWindow;
  }

  /**
   * Looks for what drawing needs, and for what a window needs beside it.
   *
   * @throws Problem if something is missing; it says what to install
   */
  static void check(boolean window) throws Problem {
    if (System.getProperty("os.name").equals("Linux")) {
      check(window, NativeLibrary::found);
    }
  }

  static void check(boolean window, Predicate<String> found) throws Problem {
    List<NativeLibrary> missing =
        Arrays.stream(values())
            .filter(library -> window || !library.forWindow)
            .filter(library -> !found.test(library.file))
            .toList();
    if (!missing.isEmpty()) {
      throw new Problem(
          "cli.problem.libraries",
          names(missing, ", ", library -> library.file),
          names(missing, " ", library -> library.debian),
          names(missing, " ", library -> library.fedora));
    }
  }

  private static String names(
      List<NativeLibrary> libraries, String between, Function<NativeLibrary, String> name) {
    return String.join(between, libraries.stream().map(name).toList());
  }

  @SuppressWarnings("restricted") // opening a library runs its start-up code; JavaFX opens it, too
  private static boolean found(String file) {
    try (Arena arena = Arena.ofConfined()) {
      return SymbolLookup.libraryLookup(file, arena) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
