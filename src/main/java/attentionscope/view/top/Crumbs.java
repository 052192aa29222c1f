package attentionscope.view.top;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.op.Gradients;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes an id apart into the parts of the path that leads to it, each with its name. */
@BuildsKeys("view.name.")
final class Crumbs {

  private static final String NAME = "view.name.";
  private static final Set<String> STACKS = Set.of("encoder", "decoder");

  private final Trace trace;
  private final Texts texts;

  Crumbs(Trace trace, Texts texts) {
    this.trace = trace;
    this.texts = texts;
  }

  /** The parts of a path, from the root on: {@code encoder.0.self.head.1.weights} has five. */
  List<Crumb> of(TensorId id) {
    List<String> segments = id.segments();
    List<Crumb> crumbs = new ArrayList<>();
    for (int end = 1; end <= segments.size(); end++) {
      if (segments.get(end - 1).equals("head") && end < segments.size()) {
        continue; // head.2 is one part
      }
      TensorId prefix = TensorId.of(String.join(".", segments.subList(0, end)));
      target(prefix)
          .ifPresent(here -> crumbs.add(new Crumb(prefix, name(prefix), here, siblings(prefix))));
    }
    return crumbs;
  }

  private List<Crumb.Sibling> siblings(TensorId prefix) {
    List<String> segments = prefix.segments();
    int depth = segments.size();
    List<String> parent = segments.subList(0, depth - 1);
    Set<TensorId> ids = new LinkedHashSet<>();
    for (Node node : trace.nodes()) {
      List<String> path = node.id().segments();
      boolean near = path.size() >= depth && path.subList(0, depth - 1).equals(parent);
      if (near && (path.size() == depth || !path.get(depth - 1).equals("head"))) {
        ids.add(TensorId.of(String.join(".", path.subList(0, depth))));
      }
    }
    return ids.stream()
        .flatMap(id -> target(id).map(region -> new Crumb.Sibling(name(id), region)).stream())
        .toList();
  }

  /** What to look at below a path: attention weights if it has some, else its result. */
  private Optional<Region> target(TensorId prefix) {
    Optional<Node> whole = trace.find(prefix);
    if (whole.isPresent()) {
      return Optional.of(Region.all(prefix));
    }
    List<Node> below = trace.match(prefix.path() + ".**");
    return below.stream()
        .filter(node -> node.id().leaf().equals("weights"))
        .findFirst()
        .or(() -> below.isEmpty() ? Optional.empty() : Optional.of(below.getLast()))
        .map(node -> Region.all(node.id()));
  }

  private String name(TensorId prefix) {
    List<String> segments = prefix.withoutFamilies().segments();
    String last = segments.getLast();
    if (last.chars().allMatch(Character::isDigit)) {
      String before = segments.size() < 2 ? "" : segments.get(segments.size() - 2);
      int index = Integer.parseInt(last);
      if (before.equals("head")) {
        return texts.get("view.crumb.head", index);
      }
      return STACKS.contains(before) ? texts.get("view.crumb.layer", index) : last;
    }
    String name = texts.has(NAME + last) ? texts.get(NAME + last) : last;
    return prefix.isIn(Gradients.FAMILY) && segments.size() == 1 ? "∂ " + name : name;
  }
}
