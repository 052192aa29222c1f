package attentionscope.lesson;

import attentionscope.files.Problem;
import attentionscope.lesson.source.Faults;
import attentionscope.lesson.source.Fields;
import attentionscope.lesson.source.YamlValue;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys by which the start of a lesson, a step and an answer say what there is to see. Each
 * changes one thing of the workspace they begin with.
 */
final class WorkspaceKeys {
  private static final int MOST_HIGHLIGHTS = 20;
  private static final int MOST_CHANGES = 50;
  private static final Map<String, View> VIEWS =
      Arrays.stream(View.values()).collect(Collectors.toMap(View::key, view -> view));
  private static final Map<String, Knobs.Mask> MASKS =
      Map.of(
          "model", Knobs.Mask.MODEL,
          "none", Knobs.Mask.NONE,
          "look-ahead", Knobs.Mask.LOOK_AHEAD);

  private final Fields fields;

  private WorkspaceKeys(Fields fields) {
    this.fields = fields;
  }

  /** The workspace with everything the keys say. */
  static Workspace apply(Workspace before, Fields fields) {
    return new WorkspaceKeys(fields).apply(before);
  }

  private Workspace apply(Workspace before) {
    Workspace now = before;
    Typed typed = now.input();
    now =
        now.withInput(
            new Typed(
                fields.text("input").orElse(typed.source()),
                fields.text("target").orElse(typed.target())));
    Optional<View> view = fields.oneOf("view", VIEWS);
    if (view.isPresent()) {
      now = now.withView(view.get());
    }
    Optional<Fields> set = fields.fields("set");
    if (set.isPresent()) {
      now = now.withKnobs(knobs(now.knobs(), set.get()));
    }
    if (fields.has("change")) {
      now = now.withInterventions(Changes.read(fields, "change", MOST_CHANGES));
    }
    Optional<Region> focus =
        fields.text("focus").flatMap(text -> region(text, fields.line("focus")));
    if (focus.isPresent()) {
      now = now.withFocus(focus.get());
    }
    if (fields.has("highlight")) {
      now = now.withHighlight(regions());
    }
    Optional<Integer> moment = fields.whole("moment", 0, 99_999);
    return moment.isPresent() ? now.withMoment(moment.get()) : now;
  }

  private static Knobs knobs(Knobs before, Fields set) {
    Knobs knobs =
        before
            .withScale(set.onOff("scale").orElse(before.scale()))
            .withPositions(set.onOff("positions").orElse(before.positions()))
            .withMask(set.oneOf("mask", MASKS).orElse(before.mask()));
    set.finish();
    return knobs;
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    List<YamlValue.Scalar> texts = fields.texts("highlight");
    if (texts.size() > MOST_HIGHLIGHTS) {
      fields
          .faults()
          .add(
              fields.file(),
              fields.line("highlight"),
              "lesson.problem.too-many",
              "highlight",
              MOST_HIGHLIGHTS);
      return regions;
    }
    for (YamlValue.Scalar text : texts) {
      region(text.text(), text.line()).ifPresent(regions::add);
    }
    return regions;
  }

  private Optional<Region> region(String text, int line) {
    Optional<Region> region = Region.parse(text);
    if (region.isEmpty()) {
      fields.faults().add(fields.file(), line, "lesson.problem.region-form", text);
    }
    return region;
  }

  /** The changes to a run. */
  private static final class Changes {

    private static List<Intervention> read(Fields fields, String key, int most) {
      List<Intervention> changes = new ArrayList<>();
      List<YamlValue> values = fields.list(key);
      if (values.size() > most) {
        Problem many = new Problem("lesson.problem.too-many", key, most);
        fields.faults().add(fields.file(), fields.line(key), many);
        return changes;
      }
      for (YamlValue value : values) {
        change(Fields.of(fields.file(), value, key, fields.faults())).ifPresent(changes::add);
      }
      return changes;
    }

    private static Optional<Intervention> change(Fields change) {
      Optional<Intervention> read =
          change.has("cell")
              ? cell(change)
              : change.has("zero")
                  ? change.text("zero").map(Intervention.Zero::new)
                  : change.text("off").map(Intervention.Off::new);
      if (!change.has("cell") && !change.has("zero") && !change.has("off")) {
        List<String> known = List.of("cell", "zero", "off");
        String wrong = change.anyKeys().stream().findFirst().orElse("");
        Problem none = Faults.unknown("lesson.problem.unknown-key", wrong, known);
        change.faults().add(change.file(), change.line(), none);
      }
      change.finish();
      return read;
    }

    private static Optional<Intervention> cell(Fields change) {
      Optional<String> text = change.text("cell");
      change.required("value");
      Optional<Double> value = change.number("value");
      if (text.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      Optional<Intervention> set =
          Region.parse(text.get())
              .flatMap(Region::asCell)
              .map(cell -> new Intervention.SetCell(cell, value.get().floatValue()));
      if (set.isEmpty()) {
        change
            .faults()
            .add(change.file(), change.line("cell"), "lesson.problem.not-a-cell", text.get());
      }
      return set;
    }
  }
}
