package attentionscope.view.heads;

import atlantafx.base.controls.ToggleSwitch;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.lesson.prose.Control;
import attentionscope.view.AttentionKinds;
import attentionscope.view.Choice;
import attentionscope.view.Flowing;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.HeadsLook;
import attentionscope.workspace.HeadsLook.Order;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** Which attention is shown, in which order, up to which measure, on how many scales. */
@BuildsKeys({"view.heads.order.", "view.heads.limit."})
final class Arrangement extends Flowing {

  private static final double STEPS = 40;

  private final Consumer<Intent> intents;
  private final AttentionKinds kinds;
  private final Choice<Order> order;
  private final Label limitName = new Label();
  private final Slider limit = new Slider();
  private final ToggleSwitch oneScale = new ToggleSwitch();
  private HeadsLook now = HeadsLook.PLAIN;
  private boolean showing;
  private boolean atLeast;

  Arrangement(Consumer<Intent> intents) {
    this.intents = intents;
    kinds = new AttentionKinds(intents);
    order = new Choice<>(choice -> arrange(now.withOrder(choice)));
    getStyleClass().addAll("knobs", "flowing");
    setAlignment(Pos.CENTER_LEFT);
    limitName.getStyleClass().add("quiet");
    limitName.setMinWidth(USE_PREF_SIZE);
    limit.setPrefWidth(80);
    limit.setMinWidth(60);
    limit.valueProperty().addListener((property, was, is) -> limited(is.doubleValue()));
    oneScale.selectedProperty().addListener((property, was, is) -> arrange(now.withOneScale(is)));
    oneScale.setMinWidth(USE_PREF_SIZE);
    HBox limits = new HBox(limit, limitName);
    limits.getStyleClass().add("named");
    limits.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(kinds.node(), order, limits, oneScale);
  }

  /**
   * @param orders that there are measures for
   * @param by the order in which they stand
   * @param largest of the measure that heads are limited by; 0 where none is measured
   */
  void show(Shown shown, List<Order> orders, Order by, double largest) {
    showing = true;
    atLeast = by.largestFirst();
    now = shown.workspace().look().heads();
    kinds.show(shown);
    order.show(
        orders.stream()
            .map(
                choice ->
                    new Choice.Option<>(choice, shown.text("view.heads.order." + choice.key())))
            .toList(),
        Optional.of(by));
    limit.setMax(Math.max(largest, 0.01));
    limit.setBlockIncrement(limit.getMax() / STEPS);
    limit.setValue(Math.min(now.limit().orElse(atLeast ? 0 : limit.getMax()), limit.getMax()));
    String to = Numbers.fixed(limit.getValue(), 2);
    limitName.setText(shown.text("view.heads.limit." + by.measured().key(), to));
    limit.setAccessibleText(limitName.getText());
    oneScale.setText(shown.text("view.heads.one-scale"));
    oneScale.setAccessibleText(oneScale.getText());
    oneScale.setSelected(now.oneScale());
    showing = false;
  }

  /** All the way up is no limit; all the way down is none where the largest stand first. */
  private void limited(double value) {
    boolean none = atLeast ? value <= 1e-9 : value >= limit.getMax() - 1e-9;
    arrange(now.withLimit(none ? OptionalDouble.empty() : OptionalDouble.of(value)));
  }

  private void arrange(HeadsLook look) {
    if (!showing && !look.equals(now)) {
      intents.accept(new Intent.Arrange(look));
    }
  }

  /** The control of it that lessons call by this name. */
  Optional<Node> find(Control control) {
    return switch (control) {
      case KIND -> kinds.found();
      case ORDER -> Optional.of(order);
      case LIMIT -> Optional.of(limit);
      case ONE_SCALE -> Optional.of(oneScale);
      default -> Optional.empty();
    };
  }
}
