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
 * Lets a model write. One with a decoder of its own reads the text as source and begins with {@link
 * Task#START}; any other goes on with the text, before which the start token stands where its
 * vocabulary has one. It does not write start tokens, padding or masks. What it writes ends with
 * {@link Task#END}, where the vocabulary has that.
 */
public final class TextWriter {

  private final Predictor model;
  private final ModelInput input;
  private final Rules rules;
  private final List<String> words;

  /**
   * What was written.
   *
   * @param text the words, without those of the beginning and without the end
   * @param score of a beam search
   */
  public record Line(String text, OptionalDouble score) {}

  /**
   * @param most how many tokens are written at most
   * @throws Problem when the model does not write, or does not know a word
   */
  public TextWriter(OpenedModel opened, String text, int most) throws Problem {
    model = WritingRules.needed(opened);
    Tokenizer written = opened.target().orElse(opened.source());
    words = written.words();
    input = input(opened, text);
    rules = WritingRules.of(opened, most);
  }

  private static ModelInput input(OpenedModel opened, String text) throws Problem {
    if (opened.target().isEmpty()) {
      boolean starts =
          opened.source().words().contains(Task.START) && !text.strip().startsWith(Task.START);
      String all = starts ? Task.START + " " + text : text;
      return new ModelInput(opened.readSource(all), Optional.empty(), text);
    }
    Optional<Tokens> start = opened.readTarget("");
    return new ModelInput(opened.readSource(text), start, text);
  }

  /**
   * Word by word.
   *
   * @param count how many texts, each drawn for itself
   */
  public List<Line> write(Choice choice, int count) throws Problem {
    List<Integer> copies = Collections.nCopies(count, 0);
    ModelInput all =
        new ModelInput(
            input.source().chosen(copies),
            input.target().map(target -> target.chosen(copies)),
            input.typed());
    List<List<Integer>> prompts = ModelTokens.prompts(all);
    return new WordByWord(rules, choice)
        .write(NextTokens.of(model, all), prompts).sequences().stream()
            .map(tokens -> tokens.subList(prompts.getFirst().size(), tokens.size()))
            .map(tokens -> line(tokens, OptionalDouble.empty()))
            .toList();
  }

  /** By beam search, the best first. */
  public List<Line> search(BeamPlan plan) throws Problem {
    NextTokens next = NextTokens.of(model, input);
    Searched searched = new BeamSearch(rules, plan).search(next, ModelTokens.prompts(input));
    return searched.answers().stream()
        .map(
            answer ->
                line(searched.written(answer.hypothesis()), OptionalDouble.of(answer.score())))
        .toList();
  }

  private Line line(List<Integer> tokens, OptionalDouble score) {
    List<String> said = new ArrayList<>();
    for (int token : tokens) {
      if (rules.ends().contains(token)) {
        break;
      }
      said.add(token < words.size() ? words.get(token) : Integer.toString(token));
    }
    return new Line(String.join(" ", said), score);
  }
}
