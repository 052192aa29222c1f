package attentionscope.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * A few alternatives side by side, of which one is chosen. It shows what it is told to show; a
 * click only asks.
 *
 * @param <T> what is chosen
 */
public final class Choice<T> extends HBox {

  /**
   * An alternative.
   *
   * @param hint said when the pointer rests on it; may be empty
   */
  public record Option<T>(T value, String name, String hint) {
    public Option(T value, String name) {
      this(value, name, "");
    }
  }

  private final Consumer<T> chosen;
  private List<Option<T>> options = List.of();

  public Choice(Consumer<T> chosen) {
    this.chosen = chosen;
    getStyleClass().add("choice");
    setMinWidth(USE_PREF_SIZE);
  }

  /** Shows these alternatives; buttons stay, and keep the keyboard, while the alternatives do. */
  public void show(List<Option<T>> now, Optional<T> selected) {
    if (!options.equals(now)) {
      options = List.copyOf(now);
      getChildren().setAll(options.stream().map(this::button).toList());
    }
    for (int i = 0; i < options.size(); i++) {
      boolean on = selected.equals(Optional.of(options.get(i).value()));
      ((ToggleButton) getChildren().get(i)).setSelected(on);
    }
  }

  private ToggleButton button(Option<T> option) {
    ToggleButton button = new ToggleButton(option.name());
    button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    if (!option.hint().isEmpty()) {
      button.setTooltip(new Tooltip(option.hint()));
    }
    button.setOnAction(
        event -> {
          // Whether it is chosen is not the button's to say.
          button.setSelected(!button.isSelected());
          chosen.accept(option.value());
        });
    return button;
  }
}
