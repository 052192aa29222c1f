package attentionscope.view.tokens;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A token that a text was cut into. */
final class TokenPiece extends Label {

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass WRITTEN = PseudoClass.getPseudoClass("written");

  /**
   * @param says its place, its id and its letters
   */
  TokenPiece(String letters, String says, boolean written, boolean marked) {
    super(letters);
    getStyleClass().add("token-piece");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(says);
    setTooltip(new Tooltip(says));
    pseudoClassStateChanged(WRITTEN, written);
    pseudoClassStateChanged(MARKED, marked);
  }
}
