package attentionscope.train.task;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** All tasks by their names. */
public final class Tasks {
  private static final int NAMED = 6;

  /** Makes a task, reading its words if it has any. */
  private interface Maker {
    Task make() throws Problem;
  }

  private final SequencedMap<String, Maker> makers = new LinkedHashMap<>();

  /**
   * @param program where words of languages are, in {@code assets/tasks}
   */
  public Tasks(ProgramFolder program) {
    pairs("copy", Reordering::copy);
    pairs("reverse", Reordering::reverse);
    pairs("sort", Reordering::sort);
    makers.put("addition", Addition::new);
    makers.put("dates", Dates::new);
    makers.put("brackets", Brackets::new);
    makers.put("which-first", WhichFirst::new);
    makers.put("repeat", Repeated::new);
    makers.put("korean-english", () -> KoreanEnglish.open(program));
    makers.put("english", () -> EnglishSentences.text(program));
    makers.put("english-masked", () -> EnglishSentences.masked(program));
    makers.put("word-tags", () -> EnglishSentences.tags(program));
    makers.put("subject-number", () -> EnglishSentences.number(program));
    makers.put("sentiment", () -> Sentiment.open(program));
  }

  /** Pairs, and the same as one text. */
  private void pairs(String name, Maker maker) {
    makers.put(name, maker);
    makers.put(name + AsText.SUFFIX, () -> new AsText(maker.make()));
  }

  /** The names of all tasks. */
  public List<String> names() {
    return List.copyOf(makers.keySet());
  }

  /**
   * The task of a name.
   *
   * @throws Problem if there is none, or its words cannot be read
   */
  public Task open(String name) throws Problem {
    Maker maker = makers.get(name);
    if (maker == null) {
      String near = String.join(", ", Nearest.names(name, makers.keySet(), NAMED));
      throw new Problem(
          "train.problem.task", name, near.isEmpty() ? String.join(", ", names()) : near);
    }
    return maker.make();
  }
}
