package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.checkpoint.JsonFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.family.HuggingFaceCheckpoint;
import attentionscope.files.Problem;
import attentionscope.model.generation.BeamPlan;
import attentionscope.model.generation.BeamSearch;
import attentionscope.model.generation.CachedTokens;
import attentionscope.model.generation.Choice;
import attentionscope.model.generation.Hypothesis;
import attentionscope.model.generation.ModelTokens;
import attentionscope.model.generation.NextTokens;
import attentionscope.model.generation.Rules;
import attentionscope.model.generation.Searched;
import attentionscope.model.generation.WordByWord;
import attentionscope.model.generation.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What is written against Hugging Face's {@code generate}: every run of every case that the folder
 * {@code generation} holds, with a cache and without. Ids must be the same, scores near enough.
 */
@Tag("reference")
class GenerationReferenceTest {

  private static final double TOLERANCE = 5e-5;

  /** The arguments of {@code generate} that are understood here. */
  private static final Set<String> ARGUMENTS =
      Set.of(
          "max_new_tokens",
          "max_length",
          "min_new_tokens",
          "min_length",
          "eos_token_id",
          "pad_token_id",
          "bos_token_id",
          "decoder_start_token_id",
          "forced_eos_token_id",
          "bad_words_ids",
          "num_beams",
          "num_return_sequences",
          "length_penalty",
          "early_stopping");

  /** A run of {@code runs.json}. */
  private record Run(ReferenceCase given, JsonNode defaults, String name, JsonNode run) {

    /** An argument of the run, else of the checkpoint's generation settings. */
    Optional<JsonNode> argument(String key) {
      JsonNode arguments = run.required("generate");
      JsonNode found = arguments.has(key) ? arguments.get(key) : defaults.path(key);
      return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(found);
    }

    int whole(String key, int otherwise) {
      return argument(key).map(JsonNode::asInt).orElse(otherwise);
    }

    boolean encodes() {
      return given.config().path("is_encoder_decoder").asBoolean(false);
    }

    ModelInput input() throws Problem {
      String name = run.required("input").asString();
      NdArray ids = given.expected().get(name + ".input_ids", -1, -1);
      NdArray mask = given.expected().get(name + ".attention_mask", -1, -1);
      int samples = ids.shape().size(0);
      List<Integer> all = new ArrayList<>();
      List<Boolean> padding = new ArrayList<>();
      for (int i = 0; i < ids.count(); i++) {
        all.add((int) ids.number(i));
        padding.add(mask.number(i) == 0);
      }
      Tokens source = Tokens.unlabelled(samples, all, padding);
      if (!encodes()) {
        return new ModelInput(source, Optional.empty(), name);
      }
      int start = whole("decoder_start_token_id", 0);
      List<Integer> starts = IntStream.range(0, samples).mapToObj(i -> start).toList();
      List<Boolean> none = IntStream.range(0, samples).mapToObj(i -> false).toList();
      return new ModelInput(source, Optional.of(Tokens.unlabelled(samples, starts, none)), name);
    }

    Rules rules(int prompt) {
      List<List<Integer>> banned = new ArrayList<>();
      argument("bad_words_ids")
          .ifPresent(
              all ->
                  all.forEach(
                      words -> {
                        List<Integer> ids = new ArrayList<>();
                        words.forEach(word -> ids.add(word.asInt()));
                        banned.add(ids);
                      }));
      List<Integer> ends = new ArrayList<>();
      argument("eos_token_id")
          .ifPresent(
              end -> {
                if (end.isArray()) {
                  end.forEach(one -> ends.add(one.asInt()));
                } else {
                  ends.add(end.asInt());
                }
              });
      int fewest =
          Math.max(whole("min_new_tokens", 0), Math.max(0, whole("min_length", 0) - prompt));
      int most = whole("max_new_tokens", whole("max_length", 20) - prompt);
      return new Rules(
          most,
          fewest,
          ends,
          whole("pad_token_id", 0),
          argument("forced_eos_token_id")
              .map(JsonNode::asInt)
              .map(OptionalInt::of)
              .orElse(OptionalInt.empty()),
          banned);
    }

    BeamPlan plan(BeamPlan.Length length) {
      BeamPlan.Stopping stopping =
          switch (argument("early_stopping").map(JsonNode::asString).orElse("false")) {
            case "never" -> BeamPlan.Stopping.NEVER;
            case "true" -> BeamPlan.Stopping.EARLY;
            default -> BeamPlan.Stopping.USUAL;
          };
      return new BeamPlan(
          whole("num_beams", 1),
          whole("num_return_sequences", 1),
          argument("length_penalty").map(JsonNode::asDouble).orElse(1.0),
          stopping,
          length);
    }
  }

  @TestFactory
  Stream<DynamicTest> writtenIdsAgreeWithHuggingFace() throws IOException, Problem {
    Path folder = ReferenceFolder.find().resolve("generation");
    List<Path> cases;
    try (Stream<Path> entries = Files.list(folder)) {
      cases = entries.filter(Files::isDirectory).sorted().toList();
    }
    assertFalse(cases.isEmpty(), "no case in " + folder);
    List<DynamicTest> tests = new ArrayList<>();
    for (Path path : cases) {
      ReferenceCase given = ReferenceCase.open(path);
      Predictor model = (Predictor) HuggingFaceCheckpoint.open(given.name(), path).model();
      JsonNode defaults = JsonFile.read(path.resolve("generation_config.json"));
      JsonNode runs = JsonFile.read(path.resolve("runs.json")).required("runs");
      for (Map.Entry<String, JsonNode> entry : runs.properties()) {
        Run run = new Run(given, defaults, entry.getKey(), entry.getValue());
        String name = given.name() + " " + run.name();
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> compare(run, new CachedTokens(model, run.input()), model)));
        tests.add(
            DynamicTest.dynamicTest(
                name + ", without a cache",
                () -> compare(run, new ModelTokens(model, run.input()), model)));
      }
    }
    return tests.stream();
  }

  private static void compare(Run run, NextTokens next, Predictor model) throws Problem {
    Set<String> unknown = new TreeSet<>(run.run().required("generate").propertyNames());
    unknown.removeAll(ARGUMENTS);
    assertEquals(Set.of(), unknown, "arguments that are not understood here");
    List<List<Integer>> prompts = ModelTokens.prompts(run.input());
    Rules rules = run.rules(prompts.getFirst().size());
    if (run.whole("num_beams", 1) == 1) {
      Written written = new WordByWord(rules, new Choice.Greedy()).write(next, prompts);
      assertIds(run, run.name() + ".sequences", written.sequences());
      compareSteps(run, written);
      return;
    }
    String now = run.name() + ".sequences_v4_40";
    String before = run.name() + ".sequences";
    boolean both = !run.given().expected().has(now);
    Searched old = new BeamSearch(rules, run.plan(BeamPlan.Length.ALL)).search(next, prompts);
    assertIds(run, before, old.sequences());
    assertScores(run, "_v4_35", old);
    NextTokens again = next instanceof ModelTokens ? next : new CachedTokens(model, run.input());
    Searched recent =
        new BeamSearch(rules, run.plan(BeamPlan.Length.WRITTEN)).search(again, prompts);
    assertIds(run, both ? before : now, recent.sequences());
    assertScores(run, "_v4_40", recent);
    assertTree(rules, run.plan(BeamPlan.Length.ALL), prompts, old);
    assertTree(rules, run.plan(BeamPlan.Length.WRITTEN), prompts, recent);
  }

  /** The tree is what led to the answers: what each step kept, and what it pruned. */
  private static void assertTree(
      Rules rules, BeamPlan plan, List<List<Integer>> prompts, Searched searched) {
    int candidates = Math.max(2, 1 + rules.ends().size()) * plan.beams();
    for (Searched.Step step : searched.steps()) {
      List<Hypothesis> listed = step.candidates().stream().map(searched.tree()::get).toList();
      assertTrue(listed.size() <= candidates);
      int kept = 0;
      for (int rank = 0; rank < listed.size(); rank++) {
        Hypothesis one = listed.get(rank);
        assertEquals(step.step(), one.step());
        assertEquals(step.sample(), one.sample());
        assertTrue(rank == 0 || one.sum() <= listed.get(rank - 1).sum(), "the likeliest first");
        boolean ends = rules.ends().contains(one.token());
        Hypothesis.Fate fate =
            kept < plan.beams() && !ends
                ? Hypothesis.Fate.ALIVE
                : kept < plan.beams() && rank < plan.beams()
                    ? Hypothesis.Fate.FINISHED
                    : Hypothesis.Fate.DROPPED;
        assertEquals(fate, one.fate());
        kept += fate == Hypothesis.Fate.ALIVE ? 1 : 0;
        one.parent()
            .ifPresent(
                parent -> assertEquals(Hypothesis.Fate.ALIVE, searched.tree().get(parent).fate()));
      }
      assertTrue(step.finished().size() <= plan.beams());
      for (int i = 1; i < step.finished().size(); i++) {
        assertTrue(
            searched.tree().get(step.finished().get(i)).normalized()
                <= searched.tree().get(step.finished().get(i - 1)).normalized());
      }
      if (step.settled() && kept > 0 && plan.stopping() != BeamPlan.Stopping.EARLY) {
        int worst = step.finished().getLast();
        assertTrue(searched.tree().get(worst).normalized() >= step.attainable());
      }
    }
    for (int i = 0; i < searched.answers().size(); i++) {
      Searched.Answer answer = searched.answers().get(i);
      List<Integer> all = new ArrayList<>(prompts.get(answer.sample()));
      all.addAll(searched.written(answer.hypothesis()));
      assertEquals(all, searched.sequences().get(i).subList(0, all.size()));
      assertEquals(answer.score(), searched.tree().get(answer.hypothesis()).normalized());
    }
  }

  private static void assertIds(Run run, String name, List<List<Integer>> found) throws Problem {
    NdArray ids = run.given().expected().get(name, -1, -1);
    int length = ids.shape().size(1);
    List<List<Integer>> expected = new ArrayList<>();
    for (int row = 0; row < ids.shape().size(0); row++) {
      List<Integer> sequence = new ArrayList<>();
      for (int column = 0; column < length; column++) {
        sequence.add((int) ids.number(row * length + column));
      }
      expected.add(sequence);
    }
    assertEquals(expected, found, name);
  }

  /** Sequences that have ended are not asked for any more, so their later scores are not ours. */
  private static void compareSteps(Run run, Written written) throws Problem {
    NdArray scores = run.given().expected().get(run.name() + ".step_scores", -1, -1, -1);
    assertEquals(scores.shape().size(0), written.steps().size());
    int samples = scores.shape().size(1);
    int vocabulary = scores.shape().size(2);
    for (int step = 0; step < written.steps().size(); step++) {
      Written.Step own = written.steps().get(step);
      for (int row = 0; row < own.samples().size(); row++) {
        for (int token = 0; token < vocabulary; token++) {
          int at = (step * samples + own.samples().get(row)) * vocabulary + token;
          assertNear(scores.number(at), own.scores().get(row, token), run.name());
        }
      }
    }
  }

  private static void assertScores(Run run, String version, Searched searched) throws Problem {
    String name = run.name() + ".sequences_scores" + version;
    NdArray scores = run.given().expected().get(name, searched.answers().size());
    for (int i = 0; i < searched.answers().size(); i++) {
      assertNear(scores.number(i), searched.answers().get(i).score(), name);
    }
  }

  private static void assertNear(double expected, double found, String name) {
    if (expected != found) {
      assertEquals(expected, found, TOLERANCE * (1 + Math.abs(expected)), name);
    }
  }
}
