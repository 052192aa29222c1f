package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.model.generation.BeamPlan;
import attentionscope.model.generation.BeamSearch;
import attentionscope.model.generation.Choice;
import attentionscope.model.generation.ModelTokens;
import attentionscope.model.generation.NextTokens;
import attentionscope.model.generation.Rules;
import attentionscope.model.generation.Searched;
import attentionscope.model.generation.WordByWord;
import attentionscope.tokenize.Tokenizer;
import attentionscope.train.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lets a model write. One with a decoder of its own reads a source and begins with its start token;
 * any other goes on with what it read. What may be written is as {@link WritingRules} say.
 */
public final class TextWriter {

  private final OpenedModel opened;
  private final Predictor model;
  private final ModelInput input;
  private final Rules rules;

  /**
   * What was written.
   *
   * @param sample after which of the beginnings
   * @param ids all tokens, an end included, without those of the beginning
   * @param text the same in words, without the end
   * @param score of a beam search
   */
  public record Line(int sample, List<Integer> ids, String text, OptionalDouble score) {
    public Line {
      ids = List.copyOf(ids);
    }
  }

  /**
   * @param read what it begins with, of one or several samples; where the target is missing it
   *     begins with the start token
   * @param most how many tokens are written at most
   * @throws Problem when the model does not write, or nobody knows what it begins with
   */
  public TextWriter(OpenedModel opened, ModelInput read, int most) throws Problem {
    this.opened = opened;
    model = WritingRules.needed(opened);
    input = begun(opened, read);
    Tokens before = input.target().orElse(input.source());
    boolean bound = opened.habits().longestAnswer().isPresent();
    int room = bound ? Math.max(1, opened.longest() - before.length()) : most;
    rules = WritingRules.of(opened, Math.min(most, room), before.length());
  }

  /**
   * A text as a beginning; behind the start token, where a decoder's vocabulary has one.
   *
   * @throws Problem when the model does not know a word
   */
  public static ModelInput beginning(OpenedModel opened, String text) throws Problem {
    boolean starts =
        opened.target().isEmpty()
            && opened.source().words().contains(Task.START)
            && !text.strip().startsWith(Task.START);
    String all = starts ? Task.START + " " + text : text;
    return new ModelInput(opened.readSource(all), Optional.empty(), text);
  }

  private static ModelInput begun(OpenedModel opened, ModelInput read) throws Problem {
    if (!opened.model().readsTarget() || read.target().isPresent()) {
      return read;
    }
    Optional<Tokens> start = opened.readTarget("");
    List<Integer> copies = Collections.nCopies(read.source().samples(), 0);
    return new ModelInput(read.source(), start.map(one -> one.chosen(copies)), read.typed());
  }

  /**
   * Word by word.
   *
   * @param count how many texts for each beginning, each drawn for itself
   */
  public List<Line> write(Choice choice, int count) throws Problem {
    List<Integer> samples = new ArrayList<>();
    for (int sample = 0; sample < input.source().samples(); sample++) {
      samples.addAll(Collections.nCopies(count, sample));
    }
    ModelInput all =
        new ModelInput(
            input.source().chosen(samples),
            input.target().map(target -> target.chosen(samples)),
            input.typed());
    List<List<Integer>> prompts = ModelTokens.prompts(all);
    List<List<Integer>> sequences =
        new WordByWord(rules, choice).write(NextTokens.of(model, all), prompts).sequences();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      int before = prompts.get(i).size();
      List<Integer> written = sequences.get(i).subList(before, sequences.get(i).size());
      lines.add(line(samples.get(i), ended(written), OptionalDouble.empty()));
    }
    return lines;
  }

  /** By beam search, for each beginning the best first. */
  public List<Line> search(BeamPlan plan) throws Problem {
    NextTokens next = NextTokens.of(model, input);
    List<List<Integer>> prompts = ModelTokens.prompts(input);
    Searched searched = new BeamSearch(rules, plan).search(next, prompts);
    List<Line> lines = new ArrayList<>();
    for (Searched.Answer answer : searched.answers()) {
      List<Integer> written = searched.written(answer.hypothesis());
      lines.add(line(answer.sample(), written, OptionalDouble.of(answer.score())));
    }
    return lines;
  }

  /**
   * A beam search as the model's files want it, with one beam.
   *
   * @throws Problem what is wrong with them
   */
  public BeamPlan usual() throws Problem {
    BeamPlan plain = BeamPlan.of(1);
    return opened
        .habits()
        .known()
        .map(said -> new BeamPlan(1, 1, said.lengthPenalty(), said.stopping(), plain.length()))
        .orElse(plain);
  }

  /** Without what only fills up. */
  private List<Integer> ended(List<Integer> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (rules.ends().contains(tokens.get(i))) {
        return tokens.subList(0, i + 1);
      }
    }
    return tokens;
  }

  private Line line(int sample, List<Integer> written, OptionalDouble score) throws Problem {
    boolean ends = !written.isEmpty() && rules.ends().contains(written.getLast());
    List<Integer> said = ends ? written.subList(0, written.size() - 1) : written;
    return new Line(sample, written, text(sample, said), score);
  }

  /** As it reads behind its beginning: there a word may begin with a space. */
  private String text(int sample, List<Integer> said) throws Problem {
    Tokenizer tokenizer = opened.target().orElse(opened.source());
    if (opened.card().kind() == ModelCard.Kind.OWN || opened.model().readsTarget()) {
      return tokenizer.decode(said);
    }
    List<Integer> beginning = input.source().samples(sample, sample + 1).ids();
    List<Integer> all = new ArrayList<>(beginning);
    all.addAll(said);
    String before = tokenizer.decode(beginning);
    String whole = tokenizer.decode(all);
    return whole.startsWith(before) ? whole.substring(before.length()) : tokenizer.decode(said);
  }
}
