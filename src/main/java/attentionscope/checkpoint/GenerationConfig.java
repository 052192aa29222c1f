package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.model.generation.BeamPlan;
import attentionscope.model.generation.Repeats;
import attentionscope.model.generation.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a checkpoint is meant to write: Hugging Face's {@code generation_config.json} or, where there
 * is none, what {@code config.json} says of it.
 *
 * @param start what a decoder of its own begins with
 * @param ends tokens that end a text
 * @param padding what fills up a text that has ended before others
 * @param first the token that has to come first, behind the decoder's start
 * @param last the token that has to come where no more may be written
 * @param banned sequences that may not occur
 * @param repeats how repetitions are avoided
 * @param shortest tokens of a text at least, those that were there before included
 * @param fewest tokens written at least
 * @param lengthPenalty of a beam search
 * @param stopping of a beam search
 */
public record GenerationConfig(
    OptionalInt start,
    List<Integer> ends,
    OptionalInt padding,
    OptionalInt first,
    OptionalInt last,
    List<List<Integer>> banned,
    Repeats repeats,
    int shortest,
    int fewest,
    double lengthPenalty,
    BeamPlan.Stopping stopping) {

  private static final String FILE = "generation_config.json";

  /** What {@code config.json} means where it does not say: the defaults of each class. */
  private static final Map<String, Map<String, Integer>> MEANT =
      Map.ofEntries(
          Map.entry("gpt2", Map.of("eos", 50256)),
          Map.entry("gptj", Map.of("eos", 50256)),
          Map.entry("gpt_neox", Map.of("eos", 2)),
          Map.entry("bloom", Map.of("eos", 2)),
          Map.entry("opt", Map.of("eos", 2, "pad", 1)),
          Map.entry("llama", Map.of("eos", 2)),
          Map.entry("mistral", Map.of("eos", 2)),
          Map.entry("t5", Map.of("eos", 1, "pad", 0)),
          Map.entry("bart", Map.of("eos", 2, "pad", 1, "decoder_start", 2, "forced_eos", 2)),
          Map.entry("m2m_100", Map.of("eos", 2, "pad", 1, "decoder_start", 2)),
          Map.entry(
              "marian", Map.of("eos", 0, "pad", 58100, "decoder_start", 58100, "forced_eos", 0)));

  /**
   * What nobody computes here.
   *
   * @param neutral what leaves texts as they are
   */
  private record Unknown(String key, double neutral) {}

  private static final List<Unknown> UNKNOWN =
      List.of(
          new Unknown("encoder_no_repeat_ngram_size", 0),
          new Unknown("encoder_repetition_penalty", 1),
          new Unknown("num_beam_groups", 1),
          new Unknown("diversity_penalty", 0),
          new Unknown("penalty_alpha", 0),
          new Unknown("guidance_scale", 1),
          new Unknown("typical_p", 1),
          new Unknown("epsilon_cutoff", 0),
          new Unknown("eta_cutoff", 0),
          new Unknown("min_p", 0));

  private static final List<String> ABSENT =
      List.of(
          "begin_suppress_tokens",
          "forced_decoder_ids",
          "exponential_decay_length_penalty",
          "sequence_bias",
          "force_words_ids",
          "constraints");

  public GenerationConfig {
    ends = List.copyOf(ends);
    banned = banned.stream().map(List::copyOf).toList();
  }

  /**
   * Reads what a folder says; what no file says is as usual.
   *
   * @throws Problem when a file has faults, or asks for something that is not computed here
   */
  public static GenerationConfig read(Path folder) throws Problem {
    Path own = folder.resolve(FILE);
    Path config = folder.resolve(OwnModel.CONFIG);
    Optional<GenerationKeys> model =
        Files.exists(config) ? Optional.of(GenerationKeys.read(config)) : Optional.empty();
    if (Files.exists(own)) {
      return of(GenerationKeys.read(own), model, Map.of());
    }
    if (model.isEmpty()) {
      return of(GenerationKeys.none(own), model, Map.of());
    }
    Map<String, Integer> meant = MEANT.getOrDefault(model.get().family(), Map.of());
    return of(model.get(), model, meant);
  }

  private static GenerationConfig of(
      GenerationKeys keys, Optional<GenerationKeys> model, Map<String, Integer> meant)
      throws Problem {
    for (Unknown one : UNKNOWN) {
      keys.only(one.key(), one.neutral());
    }
    for (String name : ABSENT) {
      keys.absent(name);
    }
    List<Integer> ends = keys.ids("eos_token_id");
    if (ends.isEmpty() && meant.containsKey("eos")) {
      ends = List.of(meant.get("eos"));
    }
    OptionalInt start = or(keys.id("decoder_start_token_id"), meant, "decoder_start");
    if (start.isEmpty() && model.isPresent()) {
      start = model.get().id("decoder_start_token_id");
    }
    List<List<Integer>> banned = new ArrayList<>(keys.sequences("bad_words_ids"));
    keys.ids("suppress_tokens").forEach(token -> banned.add(List.of(token)));
    return new GenerationConfig(
        start.isPresent() ? start : keys.id("bos_token_id"),
        ends,
        or(keys.id("pad_token_id"), meant, "pad"),
        keys.id("forced_bos_token_id"),
        or(keys.id("forced_eos_token_id"), meant, "forced_eos"),
        banned,
        new Repeats(keys.positive("repetition_penalty", 1), keys.count("no_repeat_ngram_size")),
        keys.count("min_length"),
        keys.count("min_new_tokens"),
        keys.number("length_penalty", 1),
        keys.stopping());
  }

  private static OptionalInt or(OptionalInt said, Map<String, Integer> meant, String name) {
    return said.isPresent() || !meant.containsKey(name) ? said : OptionalInt.of(meant.get(name));
  }

  /**
   * The rules for one text. Ids beyond a vocabulary never come.
   *
   * @param most tokens written at most
   * @param before tokens there are before the first that is written
   */
  public Rules rules(int most, int before) {
    List<List<Integer>> forbidden =
        banned.stream()
            .filter(words -> words.size() > 1 || !ends.contains(words.getFirst()))
            .toList();
    int least = Math.max(fewest, Math.max(0, shortest - before));
    int filling = padding.orElse(ends.isEmpty() ? 0 : ends.getFirst());
    return new Rules(most, least, ends, filling, first, last, forbidden, repeats);
  }
}
