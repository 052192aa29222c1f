package attentionscope.lesson;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.lesson.expression.Expression;
import attentionscope.lesson.prose.Section;
import attentionscope.lesson.prose.Sections;
import attentionscope.lesson.question.Question;
import attentionscope.lesson.question.QuestionKinds;
import attentionscope.workspace.Place;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.WorkspaceKeys;
import attentionscope.yaml.Faults;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlFile;
import attentionscope.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a lesson's folder. What is wrong in it is collected, never thrown. */
public final class LessonReader {
  private static final int MOST_STEPS = 60;
  private static final int MOST_CLAIMS = 40;

  private final Path folder;
  private final Collection<String> languages;
  private final Faults faults;
  private final Path file;

  private LessonReader(Path folder, Collection<String> languages, Faults faults) {
    this.folder = folder;
    this.languages = languages;
    this.faults = faults;
    this.file = folder.resolve(Lesson.FILE);
  }

  /**
   * Reads a lesson.
   *
   * @param languages the codes of those it has to be written in
   * @param faults gets everything that is wrong with the files
   * @return empty where anything is wrong
   */
  public static Optional<Lesson> read(Path folder, Collection<String> languages, Faults faults) {
    int before = faults.count();
    Optional<Lesson> lesson = readWhatThereIs(folder, languages, faults);
    return faults.count() == before ? lesson : Optional.empty();
  }

  /**
   * As {@link #read(Path, Collection, Faults)}, with as much of a faulty lesson as could be
   * understood: it can be checked further, but not shown.
   */
  static Optional<Lesson> readWhatThereIs(
      Path folder, Collection<String> languages, Faults faults) {
    return new LessonReader(folder, languages, faults).read();
  }

  private Optional<Lesson> read() {
    Optional<YamlValue> root = text(file).flatMap(yaml -> YamlFile.read(file, yaml, faults));
    Map<String, Map<String, Section>> texts = new LinkedHashMap<>();
    for (String language : languages) {
      Path textFile = folder.resolve(language + ".md");
      text(textFile).ifPresent(text -> texts.put(language, Sections.read(textFile, text, faults)));
    }
    return root.flatMap(value -> lesson(Fields.of(file, value, Lesson.FILE, faults), texts));
  }

  private Optional<String> text(Path path) {
    try {
      return Optional.of(BoundedFile.readText(path, YamlFile.MAX_BYTES));
    } catch (Problem problem) {
      faults.add(path, 1, problem);
      return Optional.empty();
    }
  }

  private Optional<Lesson> lesson(Fields fields, Map<String, Map<String, Section>> texts) {
    fields.required("title");
    Map<String, String> titles = titles(fields);
    fields.required("minutes");
    int minutes = fields.whole("minutes", 1, 60).orElse(1);
    List<String> needs = fields.texts("needs").stream().map(YamlValue.Scalar::text).toList();
    fields.required("start");
    Optional<Workspace> start = fields.fields("start").flatMap(this::start);
    fields.required("steps");
    List<YamlValue> stepValues = fields.list("steps");
    if (fields.has("steps") && (stepValues.isEmpty() || stepValues.size() > MOST_STEPS)) {
      faults.add(file, fields.line("steps"), "lesson.problem.steps", MOST_STEPS, stepValues.size());
      stepValues = List.of();
    }
    fields.finish();
    Workspace base = start.orElseGet(() -> Workspace.of("none", Typed.source("")));
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlValue value : stepValues) {
      Fields step = Fields.of(file, value, "step", faults);
      step(step, base, steps.size()).ifPresent(steps::add);
      step.text("id")
          .filter(id -> !ids.add(id))
          .ifPresent(id -> faults.add(file, step.line("id"), "lesson.problem.step-twice", id));
    }
    texts.forEach((language, sections) -> match(language, sections, steps));
    return start.map(
        workspace ->
            new Lesson(folder, fields.lines(), titles, minutes, needs, workspace, steps, texts));
  }

  private Map<String, String> titles(Fields fields) {
    Map<String, String> titles = new LinkedHashMap<>();
    if (fields.value("title").orElse(null) instanceof YamlValue.Scalar(int _, String title)) {
      languages.forEach(language -> titles.put(language, title));
      return titles;
    }
    fields.named("title").forEach((language, title) -> titles.put(language, title.text()));
    for (String language : languages) {
      if (fields.has("title") && !titles.containsKey(language)) {
        faults.add(file, fields.line("title"), "yaml.problem.missing-key", language);
      }
    }
    return titles;
  }

  private Optional<Workspace> start(Fields fields) {
    Optional<String> model = fields.requiredText("model");
    Optional<String> input = fields.requiredText("input");
    Workspace empty = Workspace.of(model.orElse(""), Typed.source(input.orElse("")));
    Workspace start = WorkspaceKeys.apply(empty, fields);
    fields.finish();
    return model.isPresent() && input.isPresent() ? Optional.of(start) : Optional.empty();
  }

  private Optional<Step> step(Fields fields, Workspace start, int index) {
    Optional<String> id = fields.requiredText("id");
    Workspace placed = start.withPlace(Optional.of(new Place(Lesson.idOf(folder), index)));
    Optional<String> model = fields.text("model");
    if (model.isPresent()) { // nothing that was said of another model's run holds for this one
      placed = placed.withModel(model.get(), placed.input());
    }
    Workspace workspace = WorkspaceKeys.apply(placed, fields);
    List<Claim> claims = claims(fields, false);
    Optional<Question> question =
        fields.fields("ask").flatMap(ask -> QuestionKinds.read(ask, workspace));
    Workspace answered = question.map(asks -> asks.answered(workspace)).orElse(workspace);
    Optional<Fields> reveal = fields.fields("reveal");
    if (reveal.isPresent()) {
      answered = WorkspaceKeys.apply(answered, reveal.get());
      claims.addAll(claims(reveal.get(), true));
      reveal.get().finish();
      if (!fields.has("ask")) {
        faults.add(file, fields.line("reveal"), "lesson.problem.reveal");
      }
    }
    fields.finish();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Step(id.get(), fields.lines(), workspace, claims, question, answered));
  }

  private List<Claim> claims(Fields fields, boolean answered) {
    List<Claim> claims = new ArrayList<>();
    List<YamlValue.Scalar> texts = fields.texts("claims");
    if (texts.size() > MOST_CLAIMS) {
      faults.add(file, fields.line("claims"), "lesson.problem.too-many", "claims", MOST_CLAIMS);
      return claims;
    }
    for (YamlValue.Scalar text : texts) {
      try {
        claims.add(new Claim(text.line(), Expression.parse(text.text()), answered));
      } catch (Problem problem) {
        faults.add(file, text.line(), problem);
      }
    }
    return claims;
  }

  /** Every step has its section in every language, with the parts its question needs. */
  private void match(String language, Map<String, Section> sections, List<Step> steps) {
    Path textFile = folder.resolve(language + ".md");
    List<String> ids = steps.stream().map(Step::id).distinct().toList();
    for (Step step : steps) {
      Section section = sections.get(step.id());
      if (section == null) {
        faults.add(
            file, step.lines().of("id"), "lesson.problem.no-section", step.id(), language + ".md");
      } else if (step.question().isPresent() || !step.lines().keys().containsKey("ask")) {
        PartsCheck.check(step, section, textFile, faults);
      }
    }
    for (Section section : sections.values()) {
      if (!ids.contains(section.step())) {
        faults.unknown(
            textFile, section.line(), "lesson.problem.section-unknown", section.step(), ids);
      }
    }
  }
}
