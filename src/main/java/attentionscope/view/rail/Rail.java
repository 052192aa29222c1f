package attentionscope.view.rail;

import attentionscope.language.BuildsKeys;
import attentionscope.view.Intent;
import attentionscope.view.MiddleView;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One button a view. */
@BuildsKeys("view.rail.")
public final class Rail extends VBox implements Part {

  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

  /** A button takes so much with all its air, in pixels; in a low window it takes less. */
  private static final double AIRY = 66;

  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);

  /**
   * @param views those that there are, in their order
   */
  public Rail(Consumer<Intent> intents, List<MiddleView> views) {
    getStyleClass().add("rail");
    setMinHeight(0);
    heightProperty()
        .addListener(
            (property, was, is) ->
                pseudoClassStateChanged(TIGHT, is.doubleValue() < views.size() * AIRY));
    for (MiddleView one : views) {
      View view = one.view();
      ToggleButton button = new ToggleButton();
      button.setGraphic(new FontIcon(one.icon()));
      button.setContentDisplay(ContentDisplay.TOP);
      button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(
          event -> {
            button.setSelected(!button.isSelected());
            intents.accept(new Intent.Open(view));
          });
      buttons.put(view, button);
      getChildren().add(button);
    }
  }

  /** The button of a view, if there is one. */
  public Optional<ToggleButton> button(View view) {
    return Optional.ofNullable(buttons.get(view));
  }

  @Override
  public void show(Shown shown) {
    buttons.forEach(
        (view, button) -> {
          button.setText(shown.text("view.rail." + view.key()));
          button.setSelected(view == shown.workspace().view());
        });
  }
}
