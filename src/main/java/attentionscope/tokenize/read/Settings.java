package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.json.Json;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Added;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the files around a vocabulary say of it; each of them may be missing. */
final class Settings {
  private static final List<String> ROLES =
      List.of(
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  private final Fields config;
  private final Fields tokenizer;
  private final Fields special;
  private final Fields added;

  private Settings(Fields config, Fields tokenizer, Fields special, Fields added) {
    this.config = config;
    this.tokenizer = tokenizer;
    this.special = special;
    this.added = added;
  }

  static Settings read(Path folder) throws Problem {
    return new Settings(
        file(folder, "config.json"),
        file(folder, "tokenizer_config.json"),
        file(folder, "special_tokens_map.json"),
        file(folder, "added_tokens.json"));
  }

  private static Fields file(Path folder, String name) throws Problem {
    Path file = folder.resolve(name);
    JsonNode node = Files.exists(file) ? Json.tree(file) : JsonNodeFactory.instance.objectNode();
    if (!node.isObject()) {
      throw new Problem("json.problem.not-an-object", file);
    }
    return new Fields(file, node);
  }

  /** The {@code model_type}, or what the tokenizer's class is named after, in small letters. */
  String family() throws Problem {
    Optional<String> type = config.maybeText("model_type");
    String name =
        type.isPresent()
            ? type.get()
            : tokenizer.maybeText("tokenizer_class").orElse("").replaceAll("Tokenizer(Fast)?$", "");
    return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }

  boolean flag(String name, boolean otherwise) throws Problem {
    return tokenizer.flag(name, otherwise);
  }

  boolean has(String name) {
    return tokenizer.has(name);
  }

  Optional<String> text(String name) throws Problem {
    return tokenizer.maybeText(name);
  }

  boolean configFlag(String name, boolean otherwise) throws Problem {
    return config.flag(name, otherwise);
  }

  /** How many more tokens there are than the vocabulary has, where that is said. */
  OptionalInt whole(String name) throws Problem {
    return tokenizer.has(name) ? OptionalInt.of(tokenizer.whole(name)) : OptionalInt.empty();
  }

  /** The token of a role such as {@code bos_token}. */
  String role(String role, String otherwise) throws Problem {
    for (Fields fields : List.of(tokenizer, special)) {
      if (fields.has(role)) {
        return fields.node().path(role).isObject()
            ? fields.object(role).text("content")
            : fields.text(role);
      }
    }
    return otherwise;
  }

  /** The languages and whatever else is listed as special, in order. */
  List<String> moreSpecial() throws Problem {
    List<String> all = new ArrayList<>();
    for (Fields fields : List.of(special, tokenizer)) {
      for (JsonNode token : fields.list("additional_special_tokens")) {
        String content =
            token.isObject() ? new Fields(fields.file(), token).text("content") : text(token);
        if (!content.isEmpty() && !all.contains(content)) {
          all.add(content);
        }
      }
    }
    return all;
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }

  /**
   * All tokens that are found first: those given, those that the files add, and those of the roles
   * that the vocabulary has. Of two with one id the first counts.
   */
  List<Added> added(List<Added> given, Vocabulary vocabulary) throws Problem {
    Map<Integer, Added> all = new LinkedHashMap<>();
    given.forEach(token -> all.putIfAbsent(token.id(), token));
    if (tokenizer.has("added_tokens_decoder")) {
      Fields decoder = tokenizer.object("added_tokens_decoder");
      for (String id : decoder.node().propertyNames()) {
        int number = id.matches("\\d{1,7}") ? Integer.parseInt(id) : Vocabulary.MOST;
        all.putIfAbsent(number, AddedJson.read(decoder.object(id), number));
      }
    }
    for (String content : added.node().propertyNames()) {
      int id = added.whole(content);
      if (id >= Vocabulary.MOST) {
        throw new Problem("tokenize.problem.id", added.file(), content, id, Vocabulary.MOST - 1);
      }
      all.putIfAbsent(id, Added.special(id, content));
    }
    List<String> names = new ArrayList<>(moreSpecial());
    for (String role : ROLES) {
      names.add(role(role, ""));
    }
    for (String name : names) {
      vocabulary.id(name).ifPresent(id -> all.putIfAbsent(id, Added.special(id, name)));
    }
    return List.copyOf(all.values());
  }
}
