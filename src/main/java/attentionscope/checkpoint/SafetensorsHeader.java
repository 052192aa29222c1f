package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * The header of a safetensors file: of each tensor its type, its shape and its place in the data.
 *
 * @param entries in the order of the header; places agree with types and shapes
 * @param metadata the texts under {@code __metadata__}
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  /** More than any model has. */
  private static final int MOST = 100_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(8 << 20).build())
          .build();

  /**
   * A tensor.
   *
   * @param begin first byte in the data
   * @param end the byte after the last
   */
  record Entry(String name, DType dtype, Shape shape, long begin, long end) {}

  static SafetensorsHeader parse(Path file, byte[] json) throws Problem {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      return new Reading(file, parser).header();
    } catch (JacksonException e) {
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      throw new Problem(
          e, "checkpoint.problem.header-json", file, Safetensors.PREFIX + at, Json.said(e));
    }
  }

  /** One pass over the header. */
  private record Reading(Path file, JsonParser parser) {
    SafetensorsHeader header() throws Problem {
      List<Entry> entries = new ArrayList<>();
      Map<String, String> metadata = new LinkedHashMap<>();
      Set<String> names = new HashSet<>();
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Problem("checkpoint.problem.header-object", file);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        once(names, name);
        if (names.size() > MOST) {
          throw new Problem("checkpoint.problem.header-many", file, MOST);
        }
        if (name.equals(METADATA)) {
          metadata.putAll(texts());
        } else {
          entries.add(entry(name));
        }
      }
      if (parser.nextToken() != null) {
        throw new Problem(
            "checkpoint.problem.after-header",
            file,
            Safetensors.PREFIX + parser.currentTokenLocation().getByteOffset());
      }
      return new SafetensorsHeader(entries, metadata);
    }

    private void once(Set<String> names, String name) throws Problem {
      if (!names.add(name)) {
        throw new Problem("checkpoint.problem.twice", file, name);
      }
    }

    private Map<String, String> texts() throws Problem {
      Map<String, String> texts = new LinkedHashMap<>();
      Set<String> keys = new HashSet<>();
      boolean valid = parser.nextToken() == JsonToken.START_OBJECT;
      while (valid && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        once(keys, METADATA + "." + key);
        valid = parser.nextToken() == JsonToken.VALUE_STRING;
        texts.put(key, parser.getValueAsString(""));
      }
      if (!valid) {
        throw new Problem("checkpoint.problem.metadata", file);
      }
      return texts;
    }

    private Entry entry(String name) throws Problem {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Problem("checkpoint.problem.entry", file, name);
      }
      Set<String> keys = new HashSet<>();
      Optional<DType> dtype = Optional.empty();
      Optional<Shape> shape = Optional.empty();
      List<Long> place = List.of();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        once(keys, name + "." + key);
        parser.nextToken();
        switch (key) {
          case "dtype" -> dtype = Optional.of(dtype(name));
          case "shape" -> shape = Optional.of(shape(name));
          case "data_offsets" -> place = place(name);
          default -> parser.skipChildren();
        }
      }
      if (dtype.isEmpty() || shape.isEmpty() || place.isEmpty()) {
        throw new Problem("checkpoint.problem.entry", file, name);
      }
      return agreeing(new Entry(name, dtype.get(), shape.get(), place.getFirst(), place.getLast()));
    }

    private Entry agreeing(Entry entry) throws Problem {
      long given = entry.end - entry.begin;
      long count = entry.shape.count();
      if (given % entry.dtype.bytes() != 0 || given / entry.dtype.bytes() != count) {
        throw new Problem(
            "checkpoint.problem.bytes", file, entry.name, entry.dtype, entry.shape, given);
      }
      return entry;
    }

    private DType dtype(String name) throws Problem {
      String found = parser.getValueAsString("");
      return DType.named(found)
          .orElseThrow(
              () -> new Problem("checkpoint.problem.dtype", file, name, found, DType.names()));
    }

    private Shape shape(String name) throws Problem {
      List<Long> sizes =
          wholes(Shape.MOST_AXES, () -> new Problem("checkpoint.problem.shape", file, name));
      return Shape.from(sizes)
          .orElseThrow(() -> new Problem("checkpoint.problem.count", file, name, sizes));
    }

    private List<Long> place(String name) throws Problem {
      Supplier<Problem> otherwise = () -> new Problem("checkpoint.problem.place", file, name);
      List<Long> place = wholes(2, otherwise);
      if (place.size() != 2 || place.getFirst() > place.getLast()) {
        throw otherwise.get();
      }
      return place;
    }

    /** A list of whole numbers from 0 up. */
    private List<Long> wholes(int most, Supplier<Problem> otherwise) throws Problem {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw otherwise.get();
      }
      List<Long> wholes = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        boolean whole =
            parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && parser.getLongValue() >= 0;
        if (!whole || wholes.size() == most) {
          throw otherwise.get();
        }
        wholes.add(parser.getLongValue());
      }
      return wholes;
    }
  }
}
