package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Expression;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Expressions out of the keys of a question. */
final class Expressions {
  private Expressions() {}

  static Optional<Expression> required(Fields fields, String key) {
    return requiredOr(fields, key, Map.of());
  }

  /** As {@link #required}, with words that stand for whole expressions. */
  static Optional<Expression> requiredOr(Fields fields, String key, Map<String, String> words) {
    return fields
        .requiredText(key)
        .flatMap(text -> parse(fields, fields.line(key), words.getOrDefault(text, text)));
  }

  /** Names with an expression each, in the order of the file. */
  static Map<String, Expression> named(Fields fields, String key) {
    Map<String, Expression> named = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue.Scalar> entry : fields.named(key).entrySet()) {
      parse(fields, entry.getValue().line(), entry.getValue().text())
          .ifPresent(expression -> named.put(entry.getKey(), expression));
    }
    return named;
  }

  private static Optional<Expression> parse(Fields fields, int line, String text) {
    try {
      return Optional.of(Expression.parse(text));
    } catch (Problem problem) {
      fields.faults().add(fields.file(), line, problem);
      return Optional.empty();
    }
  }
}
