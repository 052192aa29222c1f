package attentionscope.figure.shapes;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.matrix.Cells;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import java.util.List;
import java.util.Optional;

/** Says what a moment does, with its numbers. */
@BuildsKeys({"figure.shapes.say.", "figure.shapes.share."})
record CardWriter(Scene scene, Texts texts) {

  Card.Content write() {
    String place = scene.moment().index() + " / " + (scene.timeline().size() - 1);
    if (scene.breaks()) {
      return broken(place, scene.plan().misfit().orElseThrow());
    }
    Optional<SizedProduct> product = scene.product();
    return new Card.Content(
        place,
        sentence(),
        product.map(SizedProduct::check),
        product.map(this::meet).orElse(""),
        product.map(made -> inner(made.check(), " = ") + " ✓").orElse(""),
        true,
        scene.moment().step() == Step.DONE ? shares() : counts(product));
  }

  private Card.Content broken(String place, SizePlan.Misfit misfit) {
    return switch (misfit) {
      case SizePlan.Misfit.InnerSizes inner -> {
        SizeCheck check = inner.product().check();
        int left = check.left().columns();
        int right = check.right().rows();
        yield new Card.Content(
            place,
            texts.get("figure.shapes.misfit.inner", left, right),
            Optional.of(check),
            texts.get("figure.shapes.differ", left, right),
            inner(check, " ≠ "),
            false,
            List.of());
      }
      case SizePlan.Misfit.Uneven uneven ->
          new Card.Content(
              place,
              texts.get(
                  "figure.shapes.misfit.uneven",
                  uneven.columns(),
                  uneven.heads(),
                  uneven.columns() % uneven.heads()),
              Optional.empty(),
              "",
              "",
              false,
              List.of());
    };
  }

  private String meet(SizedProduct product) {
    int left = product.check().left().columns();
    return texts.get("figure.shapes.meet", left, product.check().right().rows());
  }

  private static String inner(SizeCheck check, String sign) {
    return Numbers.whole(check.left().columns()) + sign + Numbers.whole(check.right().rows());
  }

  private String sentence() {
    AttentionNodes nodes = scene.nodes();
    int head = nodes.number();
    return switch (scene.moment().step()) {
      case START -> start();
      case QUERIES -> projection(Lane.QUERY, "queries");
      case KEYS -> projection(Lane.KEY, "keys");
      case VALUES -> projection(Lane.VALUE, "values");
      case SPLIT -> split();
      case TURN -> say("turn");
      case TRANSPOSE -> say("transpose", head, size(Part.HEAD_KEYS).rows());
      case SCORES -> say("scores", size(Part.SCORES).rows(), size(Part.SCORES).columns());
      case SCALE -> say("scale", nodes.divisor(), nodes.divisorValue());
      case BIAS -> say("bias");
      case MASK -> mask();
      case SOFTMAX -> say("softmax", size(Part.WEIGHTS).rows());
      case MIX -> say("mix", head, size(Part.HEAD_VALUES).rows());
      case CONCAT -> concat();
      case PROJECT ->
          say(nodes.hasOutputBias() ? "project.bias" : "project", size(Part.OUTPUT).columns());
      case DONE -> done();
    };
  }

  private String say(String key, Object... args) {
    return texts.get("figure.shapes.say." + key, args);
  }

  private MatrixSize size(Part part) {
    return scene.plan().size(part).orElseThrow();
  }

  private String start() {
    AttentionNodes nodes = scene.nodes();
    Node scores = nodes.head().scores();
    int queries = scores.rows().length();
    int keys = scores.columns().size();
    if (nodes.inputs().isEmpty()) {
      return say("start.tables", queries, keys);
    }
    int width = size(Part.QUERY_INPUT).columns();
    return nodes.site().kind() == AttentionSite.Kind.CROSS
        ? say("start.cross", queries, keys)
        : say("start.self", queries, width);
  }

  private String projection(Lane lane, String key) {
    int heads = scene.nodes().heads();
    String says = heads == 1 ? say(key + ".one") : say(key, heads);
    return scene.nodes().hasBias(lane) ? says + " " + say("bias.added") : says;
  }

  private String split() {
    AttentionNodes nodes = scene.nodes();
    int width = size(Part.HEAD_KEYS).rows();
    int first = nodes.number() * width;
    if (nodes.heads() == 1) {
      return say("split.one", width);
    }
    String queries =
        say(
            "split",
            nodes.heads() * width,
            nodes.heads(),
            width,
            nodes.number(),
            first,
            first + width - 1);
    int shares = nodes.shares(Lane.KEY);
    return shares == nodes.heads()
        ? queries
        : queries + " " + say("split.shared", shares, nodes.heads() / shares);
  }

  private String mask() {
    Node masked = scene.nodes().node(Part.MASKED).orElseThrow();
    Cells cells = Cells.of(masked);
    int hidden = 0;
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        hidden += cells.state(row, column) == Cells.State.MASKED ? 1 : 0;
      }
    }
    return say("mask", hidden, cells.rows() * cells.columns());
  }

  private String concat() {
    int heads = scene.nodes().heads();
    int width = size(Part.CONCAT).columns();
    return heads == 1 ? say("concat.one", width) : say("concat", heads, width / heads, width);
  }

  private String done() {
    String all = Numbers.grouped(scene.plan().multiplyAdds(Step.DONE));
    return scene.nodes().has(Part.OUTPUT) ? say("done", all) : say("done.without", all);
  }

  /** What the moment's product takes, and what has been taken so far. */
  private List<String> counts(Optional<SizedProduct> product) {
    if (product.isEmpty()) {
      return List.of();
    }
    SizedProduct now = product.get();
    String one = Numbers.grouped(now.check().multiplyAdds());
    String own =
        now.times() == 1
            ? texts.get("figure.shapes.count", one)
            : texts.get(
                "figure.shapes.count.heads", one, Numbers.grouped(now.multiplyAdds()), now.times());
    String far =
        texts.get(
            "figure.shapes.count.far",
            Numbers.grouped(scene.plan().multiplyAdds(scene.moment().step())),
            Numbers.grouped(scene.plan().multiplyAdds(Step.DONE)));
    return List.of(own, far);
  }

  /** What each kind of product takes of the whole. */
  private List<String> shares() {
    return List.of("projections", "scores", "mix", "project").stream()
        .map(this::share)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private String share(String kind) {
    long count =
        scene.plan().products().stream()
            .filter(product -> kind.equals(kind(product.step())))
            .mapToLong(SizedProduct::multiplyAdds)
            .sum();
    return count == 0
        ? ""
        : texts.get(
            "figure.shapes.share." + kind,
            Numbers.grouped(count),
            Numbers.fixed(100.0 * count / scene.plan().multiplyAdds(Step.DONE), 1));
  }

  private static String kind(Step step) {
    return switch (step) {
      case QUERIES, KEYS, VALUES -> "projections";
      case SCORES -> "scores";
      case MIX -> "mix";
      case PROJECT -> "project";
      default -> "";
    };
  }
}
