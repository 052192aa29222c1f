package attentionscope.workspace.training;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Notes beside the matrices of a file, read back. */
record Notes(Path file, Map<String, String> notes) {

  /** A note that need not be there. */
  Optional<String> find(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  String text(String name) throws Problem {
    return find(name).orElseThrow(() -> new Problem("workspace.problem.no-note", file, name));
  }

  /** A whole number that fits 32 bits. */
  int count(String name) throws Problem {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException fault) {
      throw new Problem(fault, "workspace.problem.note", file, name, text(name));
    }
  }

  Optional<Integer> findCount(String name) throws Problem {
    return find(name).isPresent() ? Optional.of(count(name)) : Optional.empty();
  }

  long whole(String name) throws Problem {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException fault) {
      throw new Problem(fault, "workspace.problem.note", file, name, text(name));
    }
  }

  double number(String name) throws Problem {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException fault) {
      throw new Problem(fault, "workspace.problem.note", file, name, text(name));
    }
  }
}
