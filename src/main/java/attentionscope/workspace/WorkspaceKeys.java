package attentionscope.workspace;

import attentionscope.trace.Region;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The keys by which a workspace's file, and the start, the steps and the answers of a lesson say
 * what there is to see. Each changes one thing of the workspace they begin with.
 */
public final class WorkspaceKeys {
  private static final int MOST_HIGHLIGHTS = 20;
  private static final Map<String, View> VIEWS =
      Arrays.stream(View.values()).collect(Collectors.toMap(View::key, view -> view));
  private static final Map<String, Knobs.Mask> MASKS =
      Arrays.stream(Knobs.Mask.values()).collect(Collectors.toMap(Knobs.Mask::key, mask -> mask));
  private static final Map<String, Look.Colours> COLOURS =
      Arrays.stream(Look.Colours.values())
          .collect(Collectors.toMap(Look.Colours::key, colours -> colours));
  private static final Map<String, PositionLab.Encoding> ENCODINGS =
      Arrays.stream(PositionLab.Encoding.values())
          .collect(Collectors.toMap(PositionLab.Encoding::key, encoding -> encoding));
  private static final Map<String, PanelKind> PANELS =
      Arrays.stream(PanelKind.values()).collect(Collectors.toMap(PanelKind::key, panel -> panel));
  private static final Map<String, RecurrentPanel> BELOW =
      Arrays.stream(RecurrentPanel.values())
          .collect(Collectors.toMap(RecurrentPanel::key, panel -> panel));
  private static final Map<String, HeadsLook.Order> ORDERS =
      Arrays.stream(HeadsLook.Order.values())
          .collect(Collectors.toMap(HeadsLook.Order::key, order -> order));
  private static final Map<String, OtherSize.Weight> WEIGHTS =
      Arrays.stream(OtherSize.Weight.values())
          .collect(Collectors.toMap(OtherSize.Weight::key, weight -> weight));

  private final Fields fields;

  private WorkspaceKeys(Fields fields) {
    this.fields = fields;
  }

  /** The workspace with everything the keys say. */
  public static Workspace apply(Workspace before, Fields fields) {
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
      now = now.withInterventions(ChangeKeys.read(fields));
    }
    Optional<Region> focus =
        fields.text("focus").flatMap(text -> region(text, fields.line("focus")));
    if (focus.isPresent()) {
      now = now.withFocus(focus.get());
    }
    if (fields.has("highlight")) {
      now = now.withHighlight(regions());
    }
    Optional<Fields> lab = fields.fields("lab");
    if (lab.isPresent()) {
      now = now.withLab(lab(now.lab(), lab.get()));
    }
    Optional<PanelKind> panel = fields.oneOf("panel", PANELS);
    if (panel.isPresent()) {
      now = now.withLab(now.lab().withPanel(panel));
    }
    Look look = now.look();
    now =
        now.withLook(
            new Look(
                fields.oneOf("colours", COLOURS).orElse(look.colours()),
                fields.onOff("transposed").orElse(look.transposed()),
                fields
                    .fields("heads")
                    .map(heads -> heads(look.heads(), heads))
                    .orElse(look.heads()),
                fields.oneOf("below", BELOW).orElse(look.recurrent())));
    Optional<String> tensor = fields.text("tensor");
    if (tensor.isPresent()) {
      now = now.withTensor(tensor);
    }
    if (fields.has("sizes")) {
      now = now.withSizes(sizes());
    }
    Optional<Fields> write = fields.fields("write");
    if (write.isPresent()) {
      now = now.withWriting(WritingKeys.read(now.writing(), write.get()));
    }
    Optional<Integer> moment = fields.whole("moment", 0, 99_999);
    return moment.isPresent() ? now.withMoment(moment.get()) : now;
  }

  private static PositionLab lab(PositionLab before, Fields lab) {
    PositionLab after =
        new PositionLab(
            lab.oneOf("encoding", ENCODINGS).orElse(before.encoding()),
            lab.whole("width", PositionLab.NARROWEST, PositionLab.WIDEST).orElse(before.width()),
            lab.whole("length", PositionLab.SHORTEST, PositionLab.LONGEST).orElse(before.length()),
            lab.number("base").orElse(before.base()),
            lab.whole("position", 0, PositionLab.LONGEST - 1).orElse(before.position()),
            lab.whole("shift", 1, PositionLab.LONGEST - 1).orElse(before.shift()),
            lab.has("change") ? ChangeKeys.read(lab) : before.changes(),
            before.panel());
    lab.finish();
    return after;
  }

  private static HeadsLook heads(HeadsLook before, Fields heads) {
    HeadsLook after =
        before
            .withOrder(heads.oneOf("order", ORDERS).orElse(before.order()))
            .withOneScale(heads.onOff("one-scale").orElse(before.oneScale()));
    Optional<Double> limit = heads.number("limit");
    heads.finish();
    return limit.isPresent() ? after.withLimit(OptionalDouble.of(limit.get())) : after;
  }

  /** A size that lacks a part is a fault; a weight named twice has its last size. */
  private List<OtherSize> sizes() {
    Map<OtherSize.Weight, OtherSize> sizes = new EnumMap<>(OtherSize.Weight.class);
    for (YamlValue value : fields.list("sizes")) {
      Fields size = Fields.of(fields.file(), value, "sizes", fields.faults());
      size.required("weight");
      size.required("rows");
      size.required("columns");
      Optional<OtherSize.Weight> weight = size.oneOf("weight", WEIGHTS);
      Optional<Integer> rows = size.whole("rows", 1, OtherSize.LARGEST);
      Optional<Integer> columns = size.whole("columns", 1, OtherSize.LARGEST);
      size.finish();
      if (weight.isPresent() && rows.isPresent() && columns.isPresent()) {
        sizes.put(weight.get(), new OtherSize(weight.get(), rows.get(), columns.get()));
      }
    }
    return List.copyOf(sizes.values());
  }

  private static Knobs knobs(Knobs before, Fields set) {
    Knobs knobs =
        before
            .withScale(set.onOff("scale").orElse(before.scale()))
            .withPositions(set.onOff("positions").orElse(before.positions()))
            .withGradients(set.onOff("gradients").orElse(before.gradients()))
            .withMask(set.oneOf("mask", MASKS).orElse(before.mask()))
            .withTeacher(set.onOff("teacher").orElse(before.teacher()))
            .withOtherEnd(set.onOff("other-end").orElse(before.otherEnd()));
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
              "workspace.problem.too-many",
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
      fields.faults().add(fields.file(), line, "workspace.problem.region-form", text);
    }
    return region;
  }
}
