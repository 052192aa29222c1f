package attentionscope.workspace;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.family.Facts;
import attentionscope.checkpoint.family.HuggingFaceCheckpoint;
import attentionscope.files.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of an opened model besides how it computes.
 *
 * @param kind what it is for the program
 * @param family as its files call it, such as {@code gpt2}; empty where they don't
 * @param architecture the class that its files name, such as {@code GPT2LMHeadModel}; may be empty
 * @param parameters how many numbers it has learned, each counted once; 0 where nobody counted
 * @param dtypes how its files keep numbers, with how many numbers are kept so
 * @param tied names in its files that stand for one and the same matrix
 * @param specials ids with a meaning of their own, by what they mean: {@code bos}, {@code eos}, …
 * @param missing what it lacks: to be run, or to read text
 * @param tensors what its files hold; empty where all of it is in the run
 */
public record ModelCard(
    Kind kind,
    String family,
    String architecture,
    long parameters,
    SequencedMap<String, Long> dtypes,
    List<String> tied,
    Map<String, Integer> specials,
    List<Problem> missing,
    Optional<ArrayFile> tensors) {

  /** What an opened model is for the program. */
  public enum Kind {
    /** Written by this program, or shipped with it. */
    OWN,
    /** A checkpoint of a family that the program knows. */
    CHECKPOINT,
    /** Attention computed elsewhere, without what computed it. */
    DUMP,
    /** Matrices that the program cannot put together. */
    TENSORS
  }

  /** A model of this program, all of which is in its run. */
  public static final ModelCard OWN =
      new ModelCard(
          Kind.OWN,
          "",
          "",
          0,
          new LinkedHashMap<>(),
          List.of(),
          Map.of(),
          List.of(),
          Optional.empty());

  /** What the files themselves say. */
  static ModelCard of(
      Kind kind,
      String family,
      String architecture,
      ArrayFile tensors,
      Map<String, Integer> specials,
      List<Problem> missing) {
    SequencedMap<String, Long> dtypes = new LinkedHashMap<>();
    tensors
        .arrays()
        .values()
        .forEach(one -> dtypes.merge(one.dtype().name(), one.count(), Long::sum));
    long numbers = dtypes.values().stream().mapToLong(Long::longValue).sum();
    return new ModelCard(
        kind,
        family,
        architecture,
        numbers,
        dtypes,
        List.of(),
        specials,
        missing,
        Optional.of(tensors));
  }

  /**
   * A checkpoint of a known family.
   *
   * @param missing what it can be run without
   */
  static ModelCard of(HuggingFaceCheckpoint checkpoint, List<Problem> missing) {
    Facts facts = checkpoint.facts();
    SequencedMap<String, Long> dtypes = new LinkedHashMap<>();
    facts.types().forEach((type, count) -> dtypes.put(type.name(), count));
    return new ModelCard(
        Kind.CHECKPOINT,
        facts.family(),
        facts.architecture(),
        facts.parameters(),
        dtypes,
        facts.tied(),
        facts.special(),
        missing,
        Optional.of(checkpoint.arrays()));
  }

  /** What a decoder begins with, as Hugging Face's library has it. */
  static int start(Map<String, Integer> specials) {
    return Stream.of("decoder_start", "bos", "pad")
        .map(specials::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(0);
  }

  public ModelCard {
    dtypes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dtypes));
    tied = List.copyOf(tied);
    specials = Collections.unmodifiableMap(new TreeMap<>(specials));
    missing = List.copyOf(missing);
  }

  /** What was computed is nothing that was learned. */
  ModelCard withoutParameters() {
    return new ModelCard(kind, family, architecture, 0, dtypes, tied, specials, missing, tensors);
  }

  /** Whether there is something to run. */
  public boolean runs() {
    return kind == Kind.OWN || kind == Kind.CHECKPOINT;
  }
}
