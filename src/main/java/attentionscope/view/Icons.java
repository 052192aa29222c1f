package attentionscope.view;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons on buttons; each button keeps a name that is read aloud. */
public final class Icons {

  private Icons() {}

  /** Puts an icon in front of a button's words. */
  public static <B extends ButtonBase> B on(B button, Ikon icon) {
    FontIcon graphic = new FontIcon(icon);
    graphic.setFocusTraversable(false);
    button.setGraphic(graphic);
    return button;
  }

  /** A button that shows its icon only; {@link #name} says what it does. */
  public static <B extends ButtonBase> B only(B button, Ikon icon) {
    on(button, icon).setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("icon-only");
    return button;
  }

  /** Names a button for readers of the screen and for the pointer that rests on it. */
  public static void name(ButtonBase button, String name) {
    button.setText(name);
    button.setAccessibleText(name);
    Tooltip tooltip = button.getTooltip();
    if (tooltip == null) {
      button.setTooltip(new Tooltip(name));
    } else {
      tooltip.setText(name);
    }
  }
}
