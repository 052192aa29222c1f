package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Framing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The post-processors of a {@code tokenizer.json}, for one text: what stands around it. */
final class FramingJson {
  private FramingJson() {}

  static Framing read(Fields fields) throws Problem {
    String kind = fields.text("type");
    return switch (kind) {
      case "Sequence" -> {
        Framing all = Framing.NONE;
        for (Fields step : fields.objects("processors")) {
          Framing around = read(step);
          all =
              new Framing(
                  joined(around.before(), all.before()), joined(all.behind(), around.behind()));
        }
        yield all;
      }
      case "ByteLevel" -> Framing.NONE;
      case "BertProcessing", "RobertaProcessing" ->
          new Framing(List.of(id(fields, "cls")), List.of(id(fields, "sep")));
      case "TemplateProcessing" -> template(fields);
      default -> throw fields.unknown(kind);
    };
  }

  private static List<Integer> joined(List<Integer> first, List<Integer> second) {
    List<Integer> both = new ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }

  /** Of {@code ["[SEP]", 102]}. */
  private static int id(Fields fields, String name) throws Problem {
    List<JsonNode> pair = fields.list(name);
    if (pair.size() != 2) {
      throw new Problem("tokenize.problem.not-list", fields.file(), name);
    }
    return id(fields.file(), pair.get(1));
  }

  private static int id(Path file, JsonNode node) throws Problem {
    if (!node.isInt() || node.intValue() < 0 || node.intValue() >= Vocabulary.MOST) {
      throw new Problem("tokenize.problem.not-whole", file, "ids");
    }
    return node.intValue();
  }

  private static Framing template(Fields fields) throws Problem {
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    boolean textSeen = false;
    for (Fields part : fields.objects("single")) {
      if (part.has("Sequence")) {
        if (textSeen) {
          throw new Problem("tokenize.problem.template", fields.file());
        }
        textSeen = true;
      } else {
        String name = part.object("SpecialToken").text("id");
        for (JsonNode id : fields.object("special_tokens").object(name).list("ids")) {
          (textSeen ? behind : before).add(id(fields.file(), id));
        }
      }
    }
    if (!textSeen) {
      throw new Problem("tokenize.problem.template", fields.file());
    }
    return new Framing(before, behind);
  }
}
