package attentionscope.checkpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array of attention in a file, as its name tells: {@code attentions}, {@code
 * cross_attentions.3}, {@code 1479/attentions}.
 *
 * @param sample what stands in front, empty where nothing does
 * @param kind which attention
 * @param layer its layer, or none where one array holds all
 * @param name the whole name
 * @param array the numbers
 */
record DumpArray(String sample, DumpKind kind, OptionalInt layer, String name, NdArray array) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(.{1,200})[/.])?((?:encoder_|decoder_|cross_)?attentions)(?:[./_](\\d{1,4}))?");

  /** Reads a name; nothing if it is not that of attention. */
  static Optional<DumpArray> of(Map.Entry<String, NdArray> entry) {
    Matcher found = NAME.matcher(entry.getKey());
    if (!found.matches()) {
      return Optional.empty();
    }
    String sample = found.group(1) == null ? "" : found.group(1);
    OptionalInt layer =
        found.group(3) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(found.group(3)));
    DumpKind kind = DumpKind.of(found.group(2));
    return Optional.of(new DumpArray(sample, kind, layer, entry.getKey(), entry.getValue()));
  }

  /** All attention of a file, the layers of each kind in their order. */
  static List<DumpArray> all(ArrayFile file) {
    return file.arrays().entrySet().stream()
        .flatMap(entry -> of(entry).stream())
        .sorted(Comparator.comparingInt(array -> array.layer.orElse(-1)))
        .toList();
  }
}
