package attentionscope.yaml;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that an author sees everything at once. */
public final class Faults {
  /** A file that is not a lesson at all need not be taken apart line by line. */
  private static final int MOST = 200;

  private final List<Fault> faults = new ArrayList<>();

  public void add(Path file, int line, Problem problem) {
    if (faults.size() < MOST) {
      faults.add(new Fault(file, line, problem));
    }
  }

  public void add(Path file, int line, String key, Object... args) {
    add(file, line, new Problem(key, args));
  }

  /**
   * Adds that a name is not known.
   *
   * @param key a text with the places {0} for the wrong name and {1} for the right ones: the
   *     nearest where some are near, else all of them
   */
  public void unknown(Path file, int line, String key, String wrong, Collection<String> known) {
    add(file, line, unknown(key, wrong, known));
  }

  /** As {@link #unknown(Path, int, String, String, Collection)}, as a problem alone. */
  public static Problem unknown(String key, String wrong, Collection<String> known) {
    List<String> near = Nearest.names(wrong, known, 3);
    Collection<String> named = near.isEmpty() ? known.stream().sorted().limit(40).toList() : near;
    return new Problem(key, wrong, String.join(", ", named));
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** How many there are so far. */
  public int count() {
    return faults.size();
  }

  /** By file and line, each fault once. */
  public List<Fault> all() {
    List<Fault> sorted = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Fault fault : faults) {
      String name = fault.file() + ":" + fault.line() + " " + fault.problem().getMessage();
      if (!seen.contains(name)) {
        seen.add(name);
        sorted.add(fault);
      }
    }
    sorted.sort(
        Comparator.comparing((Fault fault) -> fault.file().toString())
            .thenComparingInt(Fault::line));
    return List.copyOf(sorted);
  }
}
