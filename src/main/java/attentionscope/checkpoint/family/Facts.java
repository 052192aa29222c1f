package attentionscope.checkpoint.family;

import attentionscope.checkpoint.DType;
import attentionscope.checkpoint.JsonFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import attentionscope.model.Body;
import attentionscope.model.HiddenStates;
import attentionscope.model.LanguageModel;
import attentionscope.model.Model;
import attentionscope.model.Predictor;
import attentionscope.model.Reader;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Transformer;
import attentionscope.nn.LayerPlan;
import attentionscope.nn.Parameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a checkpoint is, to be shown before anything of it is run.
 *
 * @param family what {@code model_type} says
 * @param architecture the class it was written by, or empty
 * @param parameters how many numbers its arrays hold that are parameters, each counted once
 * @param types how many numbers are kept in each type
 * @param tied pairs of parameters that are one: {@code logits.weight = source.embedding.weight}
 * @param sides each stack's size
 * @param vocabulary how many tokens it reads
 * @param targetVocabulary how many tokens it writes, where it reads and writes apart
 * @param special ids of tokens by what they mean: {@code bos}, {@code eos}, {@code decoder_start}
 * @param unused arrays of the file that are no parameters of this model
 * @param missing what the checkpoint has besides, and is not computed
 */
public record Facts(
    String family,
    String architecture,
    long parameters,
    Map<DType, Long> types,
    List<String> tied,
    List<Side> sides,
    int vocabulary,
    OptionalInt targetVocabulary,
    Map<String, Integer> special,
    List<String> unused,
    List<Problem> missing) {

  private static final List<String> SPECIAL =
      List.of("bos", "eos", "pad", "decoder_start", "mask", "sep", "cls");

  /**
   * The size of a stack.
   *
   * @param stack {@code encoder} or {@code decoder}
   * @param layers how many
   * @param width d_model
   * @param heads of a layer
   * @param keyHeads how many different keys and values these ask
   * @param dK width of a head
   * @param dFf width of the feed-forward
   */
  public record Side(
      String stack, int layers, int width, int heads, int keyHeads, int dK, int dFf) {

    private static Side of(Reader reader) {
      LayerPlan layer = reader.stack().layers().getFirst();
      return new Side(
          reader.id().path(),
          reader.stack().layers().size(),
          layer.attention().output().orElseThrow().size(),
          layer.attention().heads().count(),
          layer.attention().heads().asked(),
          layer.attention().heads().dK(),
          layer.feedForward().width());
    }
  }

  /** The size of each stack of a Transformer, whoever wrote it; empty for any other model. */
  public static List<Side> sides(Model model) {
    return readers(model).stream().map(Side::of).toList();
  }

  static Facts of(Opening opening, String family, Model model) throws Problem {
    Settings settings = opening.settings();
    Map<DType, Long> types = new EnumMap<>(DType.class);
    List<String> unused = new ArrayList<>();
    long numbers = 0;
    Set<String> used =
        parametersOf(model) instanceof CheckpointParameters known ? known.arrays() : Set.of();
    for (Map.Entry<String, NdArray> entry : opening.file().arrays().entrySet()) {
      types.merge(entry.getValue().dtype(), entry.getValue().count(), Long::sum);
      if (used.contains(entry.getKey())) {
        numbers += entry.getValue().count();
      } else {
        unused.add(entry.getKey());
      }
    }
    return new Facts(
        family,
        settings.firstOf("architectures").orElse(""),
        numbers,
        types,
        tied(model),
        sides(model),
        vocabularies(model).getFirst(),
        model.readsTarget() ? OptionalInt.of(vocabularies(model).getLast()) : OptionalInt.empty(),
        special(settings),
        unused,
        missing(opening));
  }

  private static List<Problem> missing(Opening opening) throws Problem {
    return opening
        .head()
        .map(head -> new Problem("checkpoint.problem.head", opening.settings().file(), head))
        .stream()
        .toList();
  }

  private static Map<String, Integer> special(Settings settings) throws Problem {
    Map<String, Integer> special = new TreeMap<>();
    for (String name : SPECIAL) {
      JsonNode id = settings.json().path(name + "_token_id");
      JsonNode first = id.isArray() ? id.path(0) : id; // there may be several ends
      if (first.isIntegralNumber() && first.canConvertToInt()) {
        special.put(name, first.asInt());
      }
    }
    Path words = settings.file().resolveSibling("vocab.json");
    if (settings.has("decoder_start_token") && Files.exists(words)) {
      String start = settings.text("", "decoder_start_token");
      JsonNode id = JsonFile.read(words).path(start);
      if (id.isIntegralNumber() && id.canConvertToInt()) {
        special.put("decoder_start", id.asInt());
      }
    }
    return special;
  }

  /** How many tokens each side knows. */
  private static List<Integer> vocabularies(Model model) {
    return model instanceof Seq2Seq recurrent
        ? List.of(recurrent.config().sourceVocabulary(), recurrent.config().targetVocabulary())
        : readers(model).stream().map(reader -> reader.entrance().words().vocabulary()).toList();
  }

  private static List<Reader> readers(Model model) {
    Optional<Body> body =
        switch (model) {
          case LanguageModel one -> Optional.of(one.body());
          case Transformer two -> Optional.of(two.body());
          case HiddenStates states -> Optional.of(states.body());
          default -> Optional.empty();
        };
    if (body.isEmpty()) {
      return List.of();
    }
    return switch (body.get()) {
      case Body.OneStack one -> List.of(one.reader());
      case Body.TwoStacks two -> List.of(two.encoder(), two.decoder());
    };
  }

  private static List<String> tied(Model model) {
    List<String> tied = new ArrayList<>();
    List<Reader> readers = readers(model);
    if (readers.size() == 2
        && readers
            .get(0)
            .entrance()
            .words()
            .table()
            .equals(readers.get(1).entrance().words().table())) {
      tied.add("source.embedding.weight = target.embedding.weight");
    }
    switch (model) {
      case LanguageModel one ->
          one.head().output().tied().ifPresent(t -> tied.add("logits.weight = " + t.table()));
      case Transformer two ->
          two.head().output().tied().ifPresent(t -> tied.add("logits.weight = " + t.table()));
      default -> {}
    }
    for (Reader reader : readers) {
      List<Integer> owners = reader.stack().owners();
      for (int layer = 0; layer < owners.size(); layer++) {
        if (owners.get(layer) != layer) {
          tied.add(reader.id().child(layer) + " = " + reader.id().child(owners.get(layer)));
        }
      }
    }
    return tied;
  }

  private static Parameters parametersOf(Model model) {
    return switch (model) {
      case Predictor predictor -> predictor.parameters();
      case HiddenStates states -> states.parameters();
      default -> throw new IllegalStateException(model.name() + " has no parameters");
    };
  }
}
