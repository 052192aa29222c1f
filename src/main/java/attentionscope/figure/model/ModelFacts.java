package attentionscope.figure.model;

import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.tensor.Axis;
import attentionscope.workspace.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to say of a model as a whole, in a few lines. */
public final class ModelFacts {

  /** More ties than these are counted. */
  private static final int TIES = 2;

  private ModelFacts() {}

  /**
   * @param name how the user calls it
   */
  public static List<String> of(String name, ModelCard card, ModelParts parts, Texts texts) {
    List<String> lines = new ArrayList<>();
    lines.add(joined(Stream.of(called(name, texts), card.family(), card.architecture())));
    boolean whole = parts.trace().isWhole();
    long count = card.parameters() > 0 || !whole ? card.parameters() : parts.parameters();
    String dtypes = String.join(", ", card.dtypes().keySet());
    Stream<String> numbers =
        Stream.of(
            count == 0 ? "" : texts.get("figure.model.parameters", Numbers.grouped(count)),
            dtypes,
            whole ? sizes(parts, texts) : "");
    lines.add(joined(numbers));
    lines.add(whole ? "" : texts.get("figure.model.so-far", layers(parts)));
    lines.add(joined(Stream.of(ties(card, texts), specials(card))));
    card.missing().forEach(problem -> lines.add(texts.say(problem)));
    return lines.stream().filter(line -> !line.isEmpty()).toList();
  }

  /** The toys are called by their whole name. */
  private static String called(String name, Texts texts) {
    return name.startsWith("toy/") ? name : ModelNames.of(name, texts);
  }

  private static int layers(ModelParts parts) {
    return parts.stacks().stream().mapToInt(stack -> stack.layers().size()).sum();
  }

  private static String sizes(ModelParts parts, Texts texts) {
    List<String> sizes = new ArrayList<>();
    for (ModelParts.Stack stack : parts.stacks()) {
      sizes.add(texts.get("figure.model.layers", stack.layers().size()));
    }
    String layers = String.join(" + ", sizes);
    int width =
        parts.stacks().stream()
            .flatMap(stack -> stack.layers().stream())
            .map(layer -> layer.result().columns())
            .filter(axis -> axis.role() == Axis.Role.FEATURES)
            .map(Axis::size)
            .findFirst()
            .orElse(0);
    return width == 0 ? layers : layers + " · " + texts.get("figure.model.width", width);
  }

  private static String ties(ModelCard card, Texts texts) {
    List<String> ties = card.tied();
    if (ties.isEmpty()) {
      return "";
    }
    String some = String.join(", ", ties.subList(0, Math.min(TIES, ties.size())));
    return ties.size() > TIES
        ? texts.get("figure.model.ties-more", some, ties.size() - TIES)
        : texts.get("figure.model.ties", some);
  }

  private static String specials(ModelCard card) {
    return card.specials().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(" · "));
  }

  private static String joined(Stream<String> parts) {
    return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
