package attentionscope.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code config.json} of one of this program's own models, as it is written. What is left out
 * takes the paper's choice. Numbers come from exactly one of {@code seed}, {@code parameters}
 * (written out, by id) and {@code weights} (a safetensors file in the same folder, by id).
 *
 * @param modelType always {@code attention-scope}
 * @param kind what is computed
 * @param heads of all but recurrent models
 * @param scaled whether scores are divided by √d_k
 * @param lookAhead of {@code self-attention}: whether the future is masked
 * @param outputProjection of {@code self-attention}: whether there is a W_O
 * @param residual of {@code self-attention}: whether its result is added to its input
 * @param normFirst of Transformers, as all that follow it
 * @param recurrent of recurrent models, whose embedding is d_model wide
 * @param vocabulary the words by id; of a classifier or a tagger the target's are what it can say
 * @param example what is typed before the user types
 * @param longestAnswer words after which a decoder has said all; only an end stops one without it
 */
record OwnForm(
    String modelType,
    Kind kind,
    int dModel,
    Optional<Integer> heads,
    Optional<Integer> dK,
    Optional<Integer> dV,
    Optional<Boolean> bias,
    Optional<Boolean> scaled,
    Optional<Boolean> lookAhead,
    Optional<Positions> positions,
    Optional<Boolean> outputProjection,
    Optional<Boolean> residual,
    Optional<Boolean> normFirst,
    Optional<Boolean> lastNorm,
    Optional<Integer> encoderLayers,
    Optional<Integer> decoderLayers,
    Optional<Integer> dFf,
    Optional<String> activation,
    Optional<Float> epsilon,
    Optional<Boolean> sharedEmbedding,
    Optional<Boolean> tiedOutput,
    Optional<Boolean> scaledEmbedding,
    Optional<Boolean> outputBias,
    Optional<RecurrentForm> recurrent,
    Sides vocabulary,
    Example example,
    Optional<Integer> longestAnswer,
    Optional<Long> seed,
    Optional<Map<String, List<List<Float>>>> parameters,
    Optional<String> weights) {

  static final String MODEL_TYPE = "attention-scope";

  enum Kind {
    @JsonProperty("soft-lookup")
    SOFT_LOOKUP,
    @JsonProperty("self-attention")
    SELF_ATTENTION,
    @JsonProperty("encoder-decoder")
    ENCODER_DECODER,
    @JsonProperty("encoder-only")
    ENCODER_ONLY,
    @JsonProperty("decoder-only")
    DECODER_ONLY,
    @JsonProperty("seq2seq")
    SEQ2SEQ,
    @JsonProperty("recurrent-classifier")
    RECURRENT_CLASSIFIER,
    @JsonProperty("recurrent-tagger")
    RECURRENT_TAGGER;

    boolean isRecurrent() {
      return this == SEQ2SEQ || this == RECURRENT_CLASSIFIER || this == RECURRENT_TAGGER;
    }
  }

  /** Words of the source, and of the target where there is one. */
  record Sides(List<String> source, Optional<List<String>> target) {}

  /** Texts of the source, and of the target where there is one. */
  record Example(String source, Optional<String> target) {}

  /** How positions are told apart; which fields count depends on the kind. */
  record Positions(
      Way kind,
      Optional<Layout> layout,
      Optional<Layout> pairing,
      Optional<Double> base,
      Optional<Integer> longest,
      Optional<Integer> turned,
      Optional<Integer> buckets,
      Optional<Integer> farthest) {}

  enum Way {
    @JsonProperty("none")
    NONE,
    @JsonProperty("sinusoidal")
    SINUSOIDAL,
    @JsonProperty("learned")
    LEARNED,
    @JsonProperty("rotary")
    ROTARY,
    @JsonProperty("alibi")
    ALIBI,
    @JsonProperty("buckets")
    BUCKETS,
    @JsonProperty("integers")
    INTEGERS,
    @JsonProperty("normalised")
    NORMALISED,
    @JsonProperty("binary")
    BINARY
  }

  /** Which columns belong together. */
  enum Layout {
    @JsonProperty("interleaved")
    INTERLEAVED,
    @JsonProperty("halves")
    HALVES
  }
}
