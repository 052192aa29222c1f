package attentionscope.view;

import attentionscope.analysis.AttentionSite;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Which of the run's attentions is looked at; away where there is only one kind. */
@BuildsKeys("view.attention.kind.")
public final class AttentionKinds implements Part {

  private final Choice<String> kinds;
  private Map<String, Region> goals = Map.of();

  public AttentionKinds(Consumer<Intent> intents) {
    kinds =
        new Choice<>(
            kind -> Optional.ofNullable(goals.get(kind)).map(Intent.Focus::new).ifPresent(intents));
  }

  @Override
  public void show(Shown shown) {
    Optional<FocusedHead> open = FocusedHead.of(shown.trace(), shown.workspace().focus());
    goals = goals(shown, open);
    kinds.show(
        goals.keySet().stream()
            .map(kind -> new Choice.Option<>(kind, shown.text("view.attention.kind." + kind)))
            .toList(),
        open.map(head -> kind(head.site())));
    kinds.setVisible(goals.size() > 1);
    kinds.setManaged(goals.size() > 1);
  }

  public Choice<String> node() {
    return kinds;
  }

  /** The same where there is something to choose. */
  public Optional<Node> found() {
    return Optional.<Node>of(kinds).filter(Node::isVisible);
  }

  /** For each kind of attention the head that stands where the open one stands in its own. */
  private static Map<String, Region> goals(Shown shown, Optional<FocusedHead> open) {
    int layer = open.map(head -> head.site().layer()).orElse(0);
    int number = open.map(FocusedHead::head).orElse(0);
    Map<String, Region> goals = new LinkedHashMap<>();
    List<AttentionSite> sites = AttentionSite.of(shown.trace());
    for (AttentionSite site : sites) {
      if (site.layer() <= layer || !goals.containsKey(kind(site))) {
        int head = Math.min(number, site.heads() - 1);
        goals.put(kind(site), Region.all(site.head(head).child("weights")));
      }
    }
    return goals;
  }

  private static String kind(AttentionSite site) {
    return site.stack() + (site.kind() == AttentionSite.Kind.CROSS ? "-cross" : "-self");
  }
}
