package attentionscope.workspace;

import attentionscope.model.generation.BeamPlan.Length;
import attentionscope.model.generation.BeamPlan.Stopping;
import attentionscope.yaml.Fields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A beam search as files have it: {@code {width: 3, length-penalty: 1, stopping: usual, length:
 * written, most: 12, from: 0, moment: 4}}.
 */
final class BeamKeys {

  private static final Map<String, Stopping> STOPPINGS =
      Arrays.stream(Stopping.values()).collect(Collectors.toMap(Beams::key, one -> one));
  private static final Map<String, Length> LENGTHS =
      Arrays.stream(Length.values()).collect(Collectors.toMap(Beams::key, one -> one));

  private BeamKeys() {}

  /** What was there before, with everything the keys say. */
  static Beams read(Beams before, Fields fields) {
    Optional<Integer> moment = fields.whole("moment", 0, Beams.LONGEST);
    Beams after =
        new Beams(
            fields.whole("width", 1, Beams.WIDEST).orElse(before.width()),
            fields.number("length-penalty").orElse(before.lengthPenalty()),
            fields.oneOf("stopping", STOPPINGS).orElse(before.stopping()),
            fields.oneOf("length", LENGTHS).orElse(before.length()),
            fields.whole("most", 1, Beams.LONGEST).orElse(before.most()),
            fields.whole("from", 0, Writing.LONGEST).orElse(before.from()),
            moment.isPresent() ? OptionalInt.of(moment.get()) : before.moment());
    fields.finish();
    return after;
  }

  /** The keys of a file. */
  static Map<String, Object> of(Beams beams) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("width", beams.width());
    keys.put("length-penalty", beams.lengthPenalty());
    keys.put("stopping", Beams.key(beams.stopping()));
    keys.put("length", Beams.key(beams.length()));
    keys.put("most", beams.most());
    keys.put("from", beams.from());
    beams.moment().ifPresent(moment -> keys.put("moment", moment));
    return keys;
  }
}
