package attentionscope.workspace.training;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.Map;

/** Notes beside the matrices of a file, read back. */
record Notes(Path file, Map<String, String> notes) {

  String text(String name) throws Problem {
    String text = notes.get(name);
    if (text == null) {
      throw new Problem("workspace.problem.no-note", file, name);
    }
    return text;
  }

  /** A whole number that fits 32 bits. */
  int count(String name) throws Problem {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException fault) {
      throw new Problem(fault, "workspace.problem.note", file, name, text(name));
    }
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
