package attentionscope.workspace;

import attentionscope.trace.TensorId;
import attentionscope.workspace.Writing.Below;
import attentionscope.workspace.Writing.Way;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is written as files have it: {@code {way: sample, temperature: 0.8, top-k: 8, top-p: 0.9,
 * seed: 7, head: decoder.0.self.head.2, below: cache, beams: {width: 3}, written: [5, 3], shown:
 * 1}}.
 */
final class WritingKeys {

  private static final Map<String, Way> WAYS =
      Arrays.stream(Way.values()).collect(Collectors.toMap(Way::key, way -> way));
  private static final Map<String, Below> BELOW =
      Arrays.stream(Below.values()).collect(Collectors.toMap(Below::key, below -> below));

  private WritingKeys() {}

  /** What was there before, with everything the keys say. */
  static Writing read(Writing before, Fields fields) {
    List<Integer> written = fields.has("written") ? ids(fields) : before.written();
    Optional<Integer> shown = fields.whole("shown", 0, Writing.LONGEST);
    Optional<TensorId> head = fields.text("head").flatMap(text -> id(text, fields));
    Writing after =
        new Writing(
            fields.oneOf("way", WAYS).orElse(before.way()),
            fields.number("temperature").orElse(before.temperature()),
            fields.whole("top-k", 0, Writing.MOST_K).orElse(before.topK()),
            fields.number("top-p").orElse(before.topP()),
            fields
                .whole("seed", 0, (int) Writing.LARGEST_SEED)
                .map(Integer::longValue)
                .orElse(before.seed()),
            written,
            shown.orElse(fields.has("written") ? written.size() : before.shown()),
            head.isPresent() ? head : before.watched(),
            fields
                .fields("beams")
                .map(beams -> BeamKeys.read(before.beams(), beams))
                .orElse(before.beams()),
            fields.oneOf("below", BELOW).orElse(before.below()));
    fields.finish();
    return after;
  }

  private static List<Integer> ids(Fields fields) {
    List<Integer> ids = new ArrayList<>();
    List<YamlValue.Scalar> texts = fields.texts("written");
    if (texts.size() > Writing.LONGEST) {
      fields
          .faults()
          .add(
              fields.file(),
              fields.line("written"),
              "workspace.problem.too-many",
              "written",
              Writing.LONGEST);
      return ids;
    }
    for (YamlValue.Scalar text : texts) {
      if (text.text().matches("\\d{1,7}")) {
        ids.add(Integer.valueOf(text.text()));
      } else {
        fields.faults().add(fields.file(), text.line(), "workspace.problem.not-an-id", text.text());
      }
    }
    return ids;
  }

  private static Optional<TensorId> id(String text, Fields fields) {
    if (TensorId.isWellFormed(text)) {
      return Optional.of(TensorId.of(text));
    }
    fields.faults().add(fields.file(), fields.line("head"), "workspace.problem.region-form", text);
    return Optional.empty();
  }

  /** The keys of a file. */
  static Map<String, Object> of(Writing writing) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("way", writing.way().key());
    keys.put("temperature", writing.temperature());
    keys.put("top-k", writing.topK());
    keys.put("top-p", writing.topP());
    keys.put("seed", writing.seed());
    writing.watched().ifPresent(head -> keys.put("head", head.path()));
    if (writing.way() == Way.BEAM) {
      keys.put("beams", BeamKeys.of(writing.beams()));
    }
    if (writing.below() != Below.ATTENTION) {
      keys.put("below", writing.below().key());
    }
    if (!writing.written().isEmpty()) {
      keys.put("written", writing.written());
      keys.put("shown", writing.shown());
    }
    return keys;
  }
}
