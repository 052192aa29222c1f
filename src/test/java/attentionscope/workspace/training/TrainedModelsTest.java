package attentionscope.workspace.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.analysis.HeadMeasures;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.ModelInput;
import attentionscope.model.generation.Choice;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.train.task.Part;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.TextWriter;
import attentionscope.workspace.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the models that came with the program have learned, and how. Their shares of right answers
 * are those noted in the recipes; {@link RecipesTest} measures them again.
 */
class TrainedModelsTest {

  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final Path RECIPES = PROGRAM.assets().resolve("recipes");
  private static final Path MODELS = PROGRAM.assets().resolve("models/trained");
  private static final ModelLibrary LIBRARY = new ModelLibrary(PROGRAM);
  private static final long MOST_BYTES = 15_000_000;
  private static final long SEED = 7;
  private static final int SAMPLES = 40;

  private static double learned(String name) throws Problem {
    Recipe recipe = Recipe.read(RECIPES.resolve(name + Recipe.ENDING));
    return recipe.recorded().orElseThrow().found().mastery();
  }

  @ParameterizedTest
  @CsvSource({
    "addition-reversed-peeky, 0.9",
    "dates-dot, 0.99",
    "dates-additive, 0.99",
    "dates-transformer, 0.99",
    "reverse, 1",
    "sort-text, 1",
    "repeat, 0.99",
    "which-first, 0.99",
    "korean-english-transformer, 0.97",
    "korean-english-lstm, 0.97",
    "english-gpt, 0.97",
    "english-bert, 0.97",
    "word-tags, 0.97",
    "sentiment, 0.97"
  })
  void everyModelKnowsWhatItWasTaught(String name, double least) throws Problem {
    assertTrue(learned(name) >= least, () -> name + " knows too little");
  }

  @Test
  void additionIsLearnedBetterReversedAndBestWithPeekingToo() throws Problem {
    assertTrue(learned("addition-plain") < learned("addition-reversed"));
    assertTrue(learned("addition-plain") < learned("addition-peeky"));
    assertTrue(learned("addition-reversed") < learned("addition-reversed-peeky"));
    assertTrue(learned("addition-peeky") < learned("addition-reversed-peeky"));
  }

  @Test
  void withoutPositionsWhatComesFirstIsGuessed() throws Problem {
    assertEquals(0.5, learned("which-first-no-positions"), 0.05);
  }

  @Test
  void whoHasReadBeforeLearnsFromFewSamples() throws Problem {
    assertTrue(learned("number-fine-tuned") > learned("number-from-scratch") + 0.2);
  }

  @Test
  void allModelsTogetherAreSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(PROGRAM.assets().resolve("models"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }

  @Test
  void everyModelHasARecipe() throws IOException {
    assertEquals(names(RECIPES), names(MODELS));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Set.copyOf(
          files.map(file -> file.getFileName().toString().replace(Recipe.ENDING, "")).toList());
    }
  }

  @Test
  void aHeadOfTheSecondLayerLooksForWhatFollowedBeforeAndOneOfTheFirstLooksBack() throws Problem {
    Map<String, Double> induction = means("repeat", HeadMeasures::induction);
    Map<String, Double> previous = means("repeat", HeadMeasures::previous);
    assertTrue(largest(induction, "decoder.1") > 0.8, induction::toString);
    assertTrue(largest(induction, "decoder.0") < 0.2, induction::toString);
    assertTrue(largest(previous, "decoder.0") > 0.7, previous::toString);
  }

  @Test
  void aHeadOfTheModelOfEnglishLooksAtTheWordBefore() throws Problem {
    Map<String, Double> previous = means("english-gpt", HeadMeasures::previous);
    assertTrue(largest(previous, "decoder") > 0.5, previous::toString);
  }

  /** What a measure of each head is on unseen samples, on average. */
  private static Map<String, Double> means(
      String name, Function<HeadMeasures, OptionalDouble> measure) throws Problem {
    Map<String, Double> means = new HashMap<>();
    for (Sample sample : samples(name)) {
      Trace trace = run(name, sample);
      for (AttentionSite site : AttentionSite.of(trace)) {
        for (int head = 0; head < site.heads(); head++) {
          HeadMeasures measures = HeadMeasures.of(trace, site, head).orElseThrow();
          double share = measure.apply(measures).orElse(0) / SAMPLES;
          means.merge(site.head(head).path(), share, Double::sum);
        }
      }
    }
    return means;
  }

  private static double largest(Map<String, Double> means, String stack) {
    return means.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(stack))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElseThrow();
  }

  private static List<Sample> samples(String name) throws Problem {
    Task task = TrainedModel.open(PROGRAM, MODELS.resolve(name)).task();
    return Stream.iterate(0L, index -> index + 1)
        .limit(SAMPLES)
        .map(index -> task.sample(SEED, index, Part.TEST))
        .toList();
  }

  private static Trace run(String name, Sample sample, Intervention... changes) throws Problem {
    OpenedModel model = LIBRARY.open("trained/" + name);
    Typed typed = new Typed(String.join(" ", sample.source()), String.join(" ", sample.target()));
    return model.run(model.read(typed), List.of(changes));
  }

  /**
   * The verb stands last in Korean and second in English, so what comes third there looks further
   * to the left than what comes second.
   */
  @ParameterizedTest
  @ValueSource(strings = {"korean-english-transformer", "korean-english-lstm"})
  void alignmentsCrossWhereTheOrderOfWordsDoes(String name) throws Problem {
    List<Sample> samples = verbsLastAndSecond();
    Map<TensorId, Integer> verbs = new HashMap<>();
    Map<TensorId, Integer> crossed = new HashMap<>();
    for (Sample sample : samples) {
      Trace trace = run(name, sample);
      int last = sample.target().size() - 1;
      for (AttentionSite site : AttentionSite.of(trace)) {
        for (int head = 0; head < site.heads() && site.kind() == AttentionSite.Kind.CROSS; head++) {
          Node weights = trace.get(site.head(head).child("weights"));
          boolean verb = looksAt(weights, 1) == sample.source().size() - 1;
          boolean crosses = verb && looksAt(weights, last) < looksAt(weights, 1);
          verbs.merge(site.head(head), verb ? 1 : 0, Integer::sum);
          crossed.merge(site.head(head), crosses ? 1 : 0, Integer::sum);
        }
      }
    }
    int most = crossed.values().stream().max(Integer::compare).orElseThrow();
    assertTrue(most >= 0.9 * samples.size(), () -> crossed + " of " + samples.size());
  }

  /** The source word that weighs most where a word of the target is written. */
  private static int looksAt(Node weights, int row) {
    int best = 0;
    for (int column = 1; column < weights.value().numCols; column++) {
      best = weights.at(row, column) > weights.at(row, best) ? column : best;
    }
    return best;
  }

  /** Unseen sentences such as 우리 는 치마 를 입어요, we wear a skirt. */
  private static List<Sample> verbsLastAndSecond() throws Problem {
    Task task = new Tasks(PROGRAM).open("korean-english");
    Set<String> noVerb = Set.of("will", "can", "cannot", "am", "is", "are", "was", "were");
    List<Sample> samples = new ArrayList<>();
    for (long index = 0; samples.size() < SAMPLES; index++) {
      Sample sample = task.sample(SEED, index, Part.TEST);
      List<String> korean = sample.source();
      List<String> english = sample.target();
      if (korean.size() == 5
          && Set.of("은", "는", "이", "가").contains(korean.get(1))
          && Set.of("을", "를").contains(korean.get(3))
          && english.size() <= 4
          && !Set.of("my", "the", "a").contains(english.getFirst())
          && !noVerb.contains(english.get(1))) {
        samples.add(sample);
      }
    }
    return samples;
  }

  @Test
  void aModelThatTellsAClassDoesNotWrite() throws Problem {
    assertTrue(LIBRARY.open("trained/english-gpt").writes());
    assertFalse(LIBRARY.open("trained/number-fine-tuned").writes());
  }

  @Test
  void whatHasOneLengthEndsThere() throws Problem {
    OpenedModel model = LIBRARY.open("trained/dates-dot");
    ModelInput asked = new ModelInput(model.readSource(model.example().source()), none(), "");
    List<TextWriter.Line> lines = new TextWriter(model, asked, 50).write(new Choice.Greedy(), 1);
    assertEquals(model.example().target(), lines.getFirst().text());
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  @Test
  void theJudgementFollowsWhereAttentionIsPut() throws Problem {
    String words = "the food was great but the music was really dull";
    Sample sample = new Sample(List.of(words.split(" ", -1)), List.of());
    TensorId weights = TensorId.of("encoder.attention.weights");
    TensorId probabilities = TensorId.of("probabilities");
    Trace trace = run("sentiment", sample);
    assertTrue(trace.get(probabilities).at(0, 1) > 0.9, "dull counts");
    FMatrixRMaj early = new FMatrixRMaj(1, trace.get(weights).value().numCols);
    early.set(0, sample.source().indexOf("great"), 1);
    Trace changed = run("sentiment", sample, new Intervention.Replace(weights, early));
    assertTrue(changed.get(probabilities).at(0, 0) > 0.9, "great counts");
  }
}
