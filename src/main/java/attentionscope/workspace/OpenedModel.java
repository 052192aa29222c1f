package attentionscope.workspace;

import attentionscope.checkpoint.GenerationConfig;
import attentionscope.checkpoint.OwnModel;
import attentionscope.files.Problem;
import attentionscope.model.CachedRun;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Recurrent;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Tokens;
import attentionscope.nn.Loss;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.WordTokenizer;
import attentionscope.trace.Intervention;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import attentionscope.train.Batch;
import attentionscope.train.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model together with the words it knows.
 *
 * @param model what computes
 * @param source the tokenizer of what it reads; {@link TokenIds} where it has no vocabulary
 * @param target the tokenizer of what it writes, where it has a decoder
 * @param example something to begin with
 * @param card what is known of it besides
 * @param habits how it is meant to write
 */
public record OpenedModel(
    Model model,
    Tokenizer source,
    Optional<Tokenizer> target,
    Typed example,
    ModelCard card,
    WritingHabits habits) {

  /** How much text is taken at most: everything is kept, and heads are quadratic. */
  static final int LONGEST = 512;

  private static final TokenIds IDS = new TokenIds();

  /** One that writes as its vocabulary says. */
  public OpenedModel(
      Model model, Tokenizer source, Optional<Tokenizer> target, Typed example, ModelCard card) {
    this(model, source, target, example, card, WritingHabits.OWN);
  }

  /** One of this program's own, with its words. */
  public static OpenedModel of(OwnModel own) {
    Optional<Tokenizer> target =
        own.model().readsTarget()
            ? Optional.of(new WordTokenizer(own.targetWords()))
            : Optional.empty();
    return new OpenedModel(
        own.model(),
        new WordTokenizer(own.sourceWords()),
        target,
        new Typed(own.exampleSource(), own.exampleTarget()),
        ModelCard.OWN,
        WritingHabits.own(own.longestAnswer()));
  }

  /** One that writes as files in a folder say. */
  OpenedModel writingAs(Path folder) {
    return new OpenedModel(model, source, target, example, card, WritingHabits.of(folder));
  }

  /** How it is looked at first. */
  public View beginsWith() {
    return card.kind() == ModelCard.Kind.DUMP ? View.ATTENTION : View.MODEL;
  }

  /** How many tokens a text of its has at most, the start among them. */
  int longest() {
    return habits.longestAnswer().map(answer -> Math.min(answer + 1, LONGEST)).orElse(LONGEST);
  }

  /** Whether it reads whole words, with spaces between them. */
  public boolean readsWords() {
    return source instanceof WordTokenizer;
  }

  /** Whether it goes on with texts. */
  public boolean writes() {
    return WritingRules.writer(this).isPresent();
  }

  /** Why it can't go on with texts although it would: what its files want of that. */
  public Optional<Problem> writingFault() {
    return habits.fault();
  }

  /**
   * This model, where it can be run.
   *
   * @throws Problem what it lacks, where it can't
   */
  public OpenedModel toRun() throws Problem {
    if (card.kind() == ModelCard.Kind.TENSORS) {
      throw card.missing().getFirst();
    }
    return this;
  }

  /** Whether it knows no words, so that ids are typed. */
  public boolean readsIdsOnly() {
    return source instanceof TokenIds;
  }

  /**
   * The token ids of what was typed. The decoder reads the target shifted right: the start token
   * comes first.
   *
   * @throws Problem when there is nothing, too much, or a word the model does not know
   */
  public ModelInput read(Typed typed) throws Problem {
    if (card.kind() == ModelCard.Kind.TENSORS) {
      return new ModelInput(Tokens.of(List.of(), List.of()), Optional.empty(), "");
    }
    String all = target.isEmpty() ? typed.source() : typed.source() + " → " + typed.target();
    return new ModelInput(readSource(typed.source()), readTarget(typed.target()), all);
  }

  /**
   * As {@link #read(Typed)}, with what the model has written itself behind it: behind the target
   * where it has a decoder that reads one.
   *
   * @throws Problem as {@link #read(Typed)}
   */
  public ModelInput read(Typed typed, List<Integer> written) throws Problem {
    ModelInput input = read(typed);
    if (written.isEmpty()) {
      return input;
    }
    return input.target().isEmpty()
        ? new ModelInput(longer(input.source(), written), input.target(), input.typed())
        : new ModelInput(
            input.source(), Optional.of(longer(input.target().get(), written)), input.typed());
  }

  private Tokens longer(Tokens before, List<Integer> written) throws Problem {
    List<Integer> ids = new ArrayList<>(before.ids());
    List<String> labels = new ArrayList<>(before.labels());
    for (int token : written) {
      ids.add(token);
      labels.add(label(token));
    }
    bound(ids.size());
    return Tokens.of(ids, labels);
  }

  /** What a token that it writes is called. */
  public String label(int token) {
    List<String> words = target.orElse(source).words();
    return token < words.size() ? words.get(token) : Integer.toString(token);
  }

  /**
   * What an entry of a vocabulary is called; empty where it has no word.
   *
   * @param matrix that has the vocabulary as an axis
   */
  public Optional<String> word(TensorId matrix, int token) {
    boolean reads = matrix.withoutFamilies().segments().getFirst().equals("source");
    List<String> words = (reads ? source : target.orElse(source)).words();
    return token < words.size() ? Optional.of(words.get(token)) : Optional.empty();
  }

  /**
   * What the encoder reads.
   *
   * @throws Problem as {@link #read}
   */
  public Tokens readSource(String text) throws Problem {
    return tokens(source, text);
  }

  /**
   * What the decoder reads; empty where there is no decoder.
   *
   * @throws Problem as {@link #read}
   */
  public Optional<Tokens> readTarget(String text) throws Problem {
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Tokenizer words = target.get();
    if (card.kind() != ModelCard.Kind.OWN && !TokenIds.areTyped(text)) {
      return Optional.of(begun(words, text));
    }
    return Optional.of(
        tokens(
            words,
            words.words().contains(Task.START) && !TokenIds.areTyped(text)
                ? Task.START + " " + text
                : text));
  }

  /** What a checkpoint's decoder begins with, and the text without what stands around texts. */
  private Tokens begun(Tokenizer words, String text) throws Problem {
    OptionalInt said = habits.said().map(GenerationConfig::start).orElse(OptionalInt.empty());
    int start = said.orElseGet(() -> ModelCard.start(card.specials()));
    List<Integer> ids = new ArrayList<>(List.of(start));
    List<String> labels = new ArrayList<>(List.of(label(start)));
    for (Tokenizer.Token token : words.encode(text)) {
      if (token.from() < token.to()) {
        ids.add(token.id());
        labels.add(token.label());
      }
    }
    bound(ids.size());
    return Tokens.of(ids, labels);
  }

  /**
   * What should come at each word that a writing model reads: the next word, and behind the last
   * one the end, or {@link Batch#NOTHING} where its vocabulary has no end; at padding nothing.
   */
  private List<Integer> expected(ModelInput input) {
    Tokens read = input.target().orElse(input.source());
    int end = target.orElse(source).words().indexOf(Task.END);
    List<Integer> expected = new ArrayList<>();
    for (int row = 0; row < read.ids().size(); row++) {
      boolean last = row % read.length() == read.length() - 1 || read.padding().get(row + 1);
      int next = !last ? read.ids().get(row + 1) : end < 0 ? Batch.NOTHING : end;
      expected.add(read.padding().get(row) ? Batch.NOTHING : next);
    }
    return expected;
  }

  /**
   * That there is more than matrices.
   *
   * @throws Problem with what is missing to put them together
   */
  public void requireRunnable() throws Problem {
    if (card.kind() == ModelCard.Kind.TENSORS) {
      throw card.missing().getFirst();
    }
  }

  /**
   * The run.
   *
   * @throws Problem as {@link Model#run}, or when what the model has learned is no numbers
   */
  public Trace run(ModelInput input, List<Intervention> changes) throws Problem {
    return run(input, changes, Watcher.NOBODY);
  }

  /**
   * The run, with somebody who looks on.
   *
   * @throws Problem as {@link #run(ModelInput, List)}
   */
  Trace run(ModelInput input, List<Intervention> changes, Watcher watcher) throws Problem {
    Trace trace = model.run(input, changes, watcher);
    LearnedNumbers.require(trace);
    return trace;
  }

  /** The same, reading from the other end; itself, where it does not read step by step. */
  public OpenedModel fromOtherEnd() {
    return model instanceof Recurrent recurrent
        ? new OpenedModel(recurrent.fromOtherEnd(), source, target, example, card, habits)
        : this;
  }

  /** Whether its decoder can read what it has said itself, a step at a time. */
  public boolean answersItself() {
    return model instanceof Seq2Seq;
  }

  /**
   * The run in which the decoder reads what it has said itself: after its first token no more of
   * the target, but as many steps as the target has, or, where there is none, as many as the
   * source, unless it ends before.
   *
   * @throws Problem as {@link #run}, or when it has no such decoder
   */
  public Trace runFree(ModelInput input, List<Intervention> changes) throws Problem {
    if (!(model instanceof Seq2Seq decoding) || input.target().isEmpty()) {
      throw new Problem("workspace.problem.not-free", model.name());
    }
    Tokens read = input.target().get();
    int end = target.map(Tokenizer::words).orElse(List.of()).indexOf(Task.END);
    Trace trace =
        decoding.generate(
            input.source(),
            input.typed(),
            read.ids().getFirst(),
            end < 0 ? OptionalInt.empty() : OptionalInt.of(end),
            read.length() > 1 ? read.length() : input.source().length(),
            changes);
    LearnedNumbers.require(trace);
    return trace;
  }

  /** Whether a run of it can be gone on with token by token. */
  boolean remembers() {
    return model instanceof Predictor predictor && predictor.remembers() && writes();
  }

  /**
   * The run as the model has it, to be gone on with.
   *
   * @throws Problem as {@link #run}
   */
  CachedRun begin(ModelInput input, Watcher watcher) throws Problem {
    CachedRun run = CachedRun.begin((Predictor) model, input, watcher);
    LearnedNumbers.require(run.trace());
    return run;
  }

  /**
   * Whether it predicts what comes next, so that there is a loss to go back from, and its gradients
   * find room.
   */
  public boolean learns() {
    return model instanceof Predictor predictor && predictor.writes() && gradientsFit();
  }

  /** Every parameter's gradient is a matrix, where several read it also each share of it. */
  private boolean gradientsFit() {
    return card.parameters() * Float.BYTES < Runtime.getRuntime().maxMemory() / 4;
  }

  /**
   * The run with its loss, where each word should be followed by the next, and all gradients.
   *
   * @throws Problem when the model does not write what comes next, or has too many parameters, or
   *     as {@link Model#run}
   */
  public Trace runBackwards(ModelInput input, List<Intervention> changes) throws Problem {
    return runBackwards(input, changes, Watcher.NOBODY);
  }

  /**
   * The run with its loss and gradients, with somebody who looks on.
   *
   * @throws Problem as {@link #runBackwards(ModelInput, List)}
   */
  Trace runBackwards(ModelInput input, List<Intervention> changes, Watcher watcher) throws Problem {
    if (!(model instanceof Predictor predictor) || !predictor.writes()) {
      throw new Problem("workspace.problem.no-gradients", model.name());
    }
    if (!gradientsFit()) {
      throw new Problem("workspace.problem.gradients-too-large", model.name(), card.parameters());
    }
    Loss loss = Loss.ignoring(Batch.NOTHING);
    return predictor.runBackwards(input, expected(input), loss, changes, watcher);
  }

  private static Tokens tokens(Tokenizer tokenizer, String text) throws Problem {
    List<Integer> ids = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    boolean typedAsIds = TokenIds.areTyped(text);
    List<String> words = typedAsIds ? tokenizer.words() : List.of();
    for (Tokenizer.Token token : (typedAsIds ? IDS : tokenizer).encode(text)) {
      ids.add(token.id());
      labels.add(token.id() < words.size() ? words.get(token.id()) : token.label());
    }
    if (ids.isEmpty()) {
      throw new Problem("workspace.problem.nothing-typed");
    }
    bound(ids.size());
    return Tokens.of(ids, labels);
  }

  private static void bound(int length) throws Problem {
    if (length > LONGEST) {
      throw new Problem("workspace.problem.too-long", length, LONGEST);
    }
  }
}
