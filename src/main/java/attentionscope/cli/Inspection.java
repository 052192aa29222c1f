package attentionscope.cli;

import attentionscope.analysis.AttentionSite;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.family.Facts;
import attentionscope.files.Problem;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.tokenize.Tokenizer;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import attentionscope.workspace.ModelCard;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.TokenIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What there is to say of a model, a line a fact. */
@BuildsKeys({"cli.inspect.", "cli.inspect.kind."})
record Inspection(OpenedModel opened, Texts texts) {

  private static final String PARAMETER = "parameter";

  List<String> lines() throws Problem {
    ModelCard card = opened.card();
    List<String> lines = new ArrayList<>();
    add(lines, "model", opened.model().name());
    String kind = card.kind().name().toLowerCase(Locale.ROOT);
    add(lines, "kind", texts.get("cli.inspect.kind." + kind));
    add(lines, "family", card.family());
    add(lines, "class", card.architecture());
    long count = card.parameters() > 0 ? card.parameters() : parameters();
    add(lines, "parameters", count == 0 ? "" : Numbers.grouped(count));
    add(lines, "types", types(card.dtypes()));
    stacks().forEach(stack -> add(lines, "stack", stack));
    add(lines, "reads", words(opened.source()));
    opened.target().ifPresent(target -> add(lines, "writes", words(target)));
    add(lines, "tied", String.join(", ", card.tied()));
    String specials =
        card.specials().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    add(lines, "specials", specials);
    if (card.runs()) {
      add(lines, "goes-on", texts.get(opened.writes() ? "cli.inspect.yes" : "cli.inspect.no"));
    }
    card.missing().forEach(problem -> add(lines, "missing", texts.say(problem)));
    opened
        .writingFault()
        .filter(fault -> opened.writes())
        .ifPresent(fault -> add(lines, "missing", texts.say(fault)));
    return lines;
  }

  private void add(List<String> lines, String key, String value) {
    if (!value.isEmpty()) {
      lines.add(texts.get("cli.inspect." + key) + ": " + value);
    }
  }

  private static String types(SequencedMap<String, Long> dtypes) {
    return dtypes.entrySet().stream()
        .map(entry -> entry.getKey() + " " + Numbers.grouped(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String words(Tokenizer tokenizer) {
    return !opened.card().runs()
        ? ""
        : tokenizer instanceof TokenIds
            ? texts.get("cli.inspect.ids-only")
            : texts.get("cli.inspect.words", Numbers.grouped(tokenizer.words().size()));
  }

  /** Sizes as the model was built; of one that is no Transformer, what its attentions are. */
  private List<String> stacks() throws Problem {
    List<String> stacks = new ArrayList<>();
    for (Facts.Side side : Facts.sides(opened.model())) {
      String shared =
          side.keyHeads() == side.heads()
              ? ""
              : " " + texts.get("cli.inspect.shared", side.keyHeads());
      stacks.add(
          texts.get(
              "cli.inspect.side",
              side.stack(),
              side.layers(),
              side.width(),
              side.heads(),
              side.dK(),
              side.dFf(),
              shared));
    }
    Optional<Trace> run = stacks.isEmpty() ? run() : Optional.empty();
    run.ifPresent(trace -> stacks.addAll(attentions(trace)));
    return stacks;
  }

  private List<String> attentions(Trace trace) {
    Map<String, List<AttentionSite>> kinds = new LinkedHashMap<>();
    for (AttentionSite site : AttentionSite.of(trace)) {
      String kind = site.stack() + "." + site.kind().name().toLowerCase(Locale.ROOT);
      kinds.computeIfAbsent(kind, name -> new ArrayList<>()).add(site);
    }
    List<String> said = new ArrayList<>();
    kinds.forEach(
        (kind, sites) ->
            said.add(
                texts.get("cli.inspect.attentions", kind, sites.size(), sites.getFirst().heads())));
    return said;
  }

  /** The example as a run: of one of this program's own models, or of attention kept in files. */
  private Optional<Trace> run() throws Problem {
    return switch (opened.card().kind()) {
      case OWN, DUMP -> Optional.of(opened.model().run(opened.read(opened.example()), List.of()));
      case CHECKPOINT, TENSORS -> Optional.empty();
    };
  }

  private long parameters() throws Problem {
    Optional<Trace> run = opened.card().kind() == ModelCard.Kind.OWN ? run() : Optional.empty();
    return run.stream()
        .flatMap(trace -> trace.nodes().stream())
        .filter(node -> node.op().kind().equals(PARAMETER))
        .mapToLong(node -> node.value().getNumElements())
        .sum();
  }

  /** Every tensor with its type and its shape; of an own model its parameters. */
  List<String> tensors() throws Problem {
    List<String> lines = new ArrayList<>();
    if (opened.card().tensors().isPresent()) {
      opened
          .card()
          .tensors()
          .get()
          .arrays()
          .forEach((name, array) -> lines.add(line(name, array.dtype().name(), array)));
      return lines;
    }
    Optional<Trace> run = run();
    for (Node node : run.map(Trace::nodes).orElse(List.of())) {
      if (node.op().kind().equals(PARAMETER)) {
        lines.add(
            "%s  F32  [%d, %d]".formatted(node.id(), node.value().numRows, node.value().numCols));
      }
    }
    return lines;
  }

  private static String line(String name, String type, NdArray array) {
    return "%s  %s  %s".formatted(name, type, array.shape().sizes());
  }
}
