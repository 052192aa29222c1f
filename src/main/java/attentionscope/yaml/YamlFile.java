package attentionscope.yaml;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document that may come from anybody: no anchors, aliases or tags, little nesting,
 * no key twice. Values are kept as they are written.
 */
public final class YamlFile {
  /** The most bytes of a lesson's file. */
  public static final int MAX_BYTES = 256 << 10;

  private static final int MAX_DEPTH = 8;
  private static final int LONGEST_LINE = 500;
  private static final int MAX_EVENTS = 20_000;

  private final Iterator<Event> events;
  private int read;
  private int line = 1;

  private YamlFile(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * Reads a text.
   *
   * @return empty where something is wrong, which is then among the faults
   */
  public static Optional<YamlValue> read(Path file, String text, Faults faults) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(MAX_BYTES).setUseMarks(true).build();
    YamlFile reader = new YamlFile(new Parse(settings).parseString(text).iterator());
    try {
      return Optional.of(reader.document());
    } catch (Problem problem) {
      faults.add(file, reader.line, problem);
    } catch (MarkedYamlEngineException e) {
      int at = e.getProblemMark().map(YamlFile::lineOf).orElse(reader.line);
      String key = looksLikeRegion(text, at) ? "yaml.problem.region" : "yaml.problem.form";
      faults.add(file, at, key, firstLine(e.getProblem()));
    } catch (YamlEngineException e) {
      faults.add(file, reader.line, "yaml.problem.form", firstLine(String.valueOf(e)));
    }
    return Optional.empty();
  }

  private YamlValue document() throws Problem {
    Event event = next();
    while (!(event instanceof NodeEvent) && !(event instanceof StreamEndEvent)) {
      event = next();
    }
    if (event instanceof StreamEndEvent) {
      throw new Problem("yaml.problem.empty");
    }
    YamlValue root = value(event, 0);
    while (events.hasNext()) {
      if (next() instanceof DocumentStartEvent) {
        throw new Problem("yaml.problem.documents");
      }
    }
    return root;
  }

  private YamlValue value(Event event, int depth) throws Problem {
    int start = line;
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
      throw new Problem("yaml.problem.anchor");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag());
      return new YamlValue.Scalar(start, scalar.getValue());
    }
    if (event instanceof CollectionStartEvent collection) {
      refuseTag(collection.getTag());
    }
    if (depth >= MAX_DEPTH) {
      throw new Problem("yaml.problem.depth", MAX_DEPTH);
    }
    return event instanceof SequenceStartEvent
        ? sequence(start, depth)
        : event instanceof MappingStartEvent ? mapping(start, depth) : unexpected();
  }

  private YamlValue sequence(int start, int depth) throws Problem {
    List<YamlValue> values = new ArrayList<>();
    for (Event event = next(); !(event instanceof SequenceEndEvent); event = next()) {
      values.add(value(event, depth + 1));
    }
    return new YamlValue.Sequence(start, values);
  }

  private YamlValue mapping(int start, int depth) throws Problem {
    Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
    for (Event event = next(); !(event instanceof MappingEndEvent); event = next()) {
      if (!(value(event, depth + 1) instanceof YamlValue.Scalar(int keyLine, String key))) {
        throw new Problem("yaml.problem.key");
      }
      YamlValue value = value(next(), depth + 1);
      if (entries.putIfAbsent(key, new YamlValue.Entry(keyLine, value)) != null) {
        line = keyLine;
        throw new Problem("yaml.problem.twice", key);
      }
    }
    return new YamlValue.Mapping(start, entries);
  }

  private Event next() throws Problem {
    if (++read > MAX_EVENTS) {
      throw new Problem("yaml.problem.size", MAX_EVENTS);
    }
    Event event = events.next();
    line = event.getStartMark().map(YamlFile::lineOf).orElse(line);
    return event;
  }

  private static YamlValue unexpected() throws Problem {
    throw new Problem("yaml.problem.empty");
  }

  private static void refuseTag(Optional<String> tag) throws Problem {
    if (tag.isPresent()) {
      throw new Problem("yaml.problem.tag", tag.get());
    }
  }

  private static int lineOf(Mark mark) {
    return mark.getLine() + 1;
  }

  /** Inside [ ] YAML ends a word at the bracket of {@code q[0,*]}. */
  private static boolean looksLikeRegion(String text, int line) {
    return text.lines()
        .skip(line - 1L)
        .findFirst()
        .filter(
            wrong ->
                wrong.length() < LONGEST_LINE && wrong.matches(".*[\\[{].*[a-z]\\[[0-9:*]+,.*"))
        .isPresent();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
