package attentionscope.workspace;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.yaml.Faults;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlFile;
import attentionscope.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** A workspace as a file: a few lines of YAML with the keys that lessons use, too. */
public final class WorkspaceFile {

  /** What names of such files end in; the first is the program's own, known to the system. */
  public static final List<String> ENDINGS = List.of(".attention", ".yaml");

  private WorkspaceFile() {}

  /** Whether a file of this name is one. */
  public static boolean isNamedBy(String name) {
    return !nameWithoutEnding(name).equals(name);
  }

  /** The name of such a file without its ending; any other name as it is. */
  public static String nameWithoutEnding(String name) {
    return ENDINGS.stream()
        .filter(name.toLowerCase(Locale.ROOT)::endsWith)
        .findFirst()
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .orElse(name);
  }

  /**
   * Reads a file.
   *
   * @throws Problem with the first fault, its line and the nearest right name
   */
  public static Workspace read(Path file) throws Problem {
    return parse(file, BoundedFile.readText(file, YamlFile.MAX_BYTES));
  }

  /**
   * Reads the text of such a file.
   *
   * @param file what faults call it
   */
  public static Workspace parse(Path file, String text) throws Problem {
    Faults faults = new Faults();
    Optional<YamlValue> root = YamlFile.read(file, text, faults);
    Optional<Workspace> workspace =
        root.map(value -> read(Fields.of(file, value, "workspace", faults)));
    if (!faults.isEmpty()) {
      throw faults.all().getFirst().asProblem();
    }
    return workspace.orElseThrow();
  }

  private static Workspace read(Fields fields) {
    String model = fields.requiredText("model").orElse("");
    Workspace workspace = WorkspaceKeys.apply(Workspace.of(model, new Typed("", "")), fields);
    Optional<Fields> place = fields.fields("place");
    if (place.isPresent()) {
      Optional<String> lesson = place.get().requiredText("lesson");
      int step = place.get().whole("step", 0, 999).orElse(0);
      place.get().finish();
      workspace = workspace.withPlace(lesson.map(id -> new Place(id, step)));
    }
    fields.finish();
    return workspace;
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws Problem when it can't be written
   */
  public static void write(Path file, Workspace workspace) throws Problem {
    byte[] text = text(workspace).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(text));
  }

  /** The text of the file. */
  public static String text(Workspace workspace) {
    DumpSettings settings = DumpSettings.builder().build();
    return new Dump(settings).dumpToString(keys(workspace));
  }

  private static Map<String, Object> keys(Workspace workspace) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("model", workspace.model());
    keys.put("input", workspace.input().source());
    if (!workspace.input().target().isEmpty()) {
      keys.put("target", workspace.input().target());
    }
    keys.put("view", workspace.view().key());
    workspace.focus().ifPresent(focus -> keys.put("focus", focus.toString()));
    if (!workspace.highlight().isEmpty()) {
      keys.put("highlight", workspace.highlight().stream().map(Region::toString).toList());
    }
    Knobs knobs = workspace.knobs();
    if (!knobs.equals(Knobs.MODEL)) {
      Map<String, Object> set = new LinkedHashMap<>();
      set.put("scale", onOff(knobs.scale()));
      set.put("mask", knobs.mask().key());
      set.put("positions", onOff(knobs.positions()));
      set.put("gradients", onOff(knobs.gradients()));
      set.put("teacher", onOff(knobs.teacher()));
      set.put("other-end", onOff(knobs.otherEnd()));
      keys.put("set", set);
    }
    if (!workspace.interventions().isEmpty()) {
      keys.put("change", changes(workspace.interventions()));
    }
    workspace.moment().ifPresent(moment -> keys.put("moment", moment));
    if (!workspace.lab().equals(PositionLab.PLAIN)) {
      keys.put("lab", lab(workspace.lab()));
    }
    workspace.lab().panel().ifPresent(panel -> keys.put("panel", panel.key()));
    if (!workspace.look().equals(Look.PLAIN)) {
      keys.put("colours", workspace.look().colours().key());
      keys.put("transposed", onOff(workspace.look().transposed()));
      keys.put("heads", heads(workspace.look().heads()));
      keys.put("below", workspace.look().recurrent().key());
    }
    workspace.tensor().ifPresent(tensor -> keys.put("tensor", tensor));
    if (!workspace.sizes().isEmpty()) {
      keys.put("sizes", workspace.sizes().stream().map(WorkspaceFile::size).toList());
    }
    if (!workspace.writing().equals(Writing.PLAIN)) {
      keys.put("write", WritingKeys.of(workspace.writing()));
    }
    workspace
        .place()
        .ifPresent(
            place -> keys.put("place", Map.of("lesson", place.lesson(), "step", place.step())));
    return keys;
  }

  private static Map<String, Object> lab(PositionLab lab) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("encoding", lab.encoding().key());
    keys.put("width", lab.width());
    keys.put("length", lab.length());
    keys.put("base", lab.base());
    keys.put("position", lab.position());
    keys.put("shift", lab.shift());
    if (!lab.changes().isEmpty()) {
      keys.put("change", changes(lab.changes()));
    }
    return keys;
  }

  private static Map<String, Object> heads(HeadsLook heads) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("order", heads.order().key());
    heads.limit().ifPresent(limit -> keys.put("limit", limit));
    keys.put("one-scale", onOff(heads.oneScale()));
    return keys;
  }

  private static Map<String, Object> size(OtherSize size) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("weight", size.weight().key());
    keys.put("rows", size.rows());
    keys.put("columns", size.columns());
    return keys;
  }

  private static List<Map<String, Object>> changes(List<Intervention> interventions) {
    return interventions.stream().map(WorkspaceFile::change).toList();
  }

  private static Map<String, Object> change(Intervention intervention) {
    Map<String, Object> keys = new LinkedHashMap<>();
    switch (intervention) {
      case Intervention.SetCell(var cell, float value) -> {
        keys.put("cell", cell.toString());
        keys.put("value", value);
      }
      case Intervention.Replace(var id, FMatrixRMaj matrix) -> {
        keys.put("replace", id.path());
        keys.put("matrix", rows(matrix));
      }
      case Intervention.Zero(String target) -> keys.put("zero", target);
      case Intervention.Off(String target) -> keys.put("off", target);
    }
    return keys;
  }

  private static List<List<Float>> rows(FMatrixRMaj matrix) {
    List<List<Float>> rows = new ArrayList<>();
    for (int row = 0; row < matrix.numRows; row++) {
      List<Float> cells = new ArrayList<>();
      for (int column = 0; column < matrix.numCols; column++) {
        cells.add(matrix.get(row, column));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
