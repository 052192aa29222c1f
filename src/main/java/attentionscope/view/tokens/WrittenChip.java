package attentionscope.view.tokens;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A token that the model has written; it can't be edited. */
final class WrittenChip extends Label {

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  /**
   * @param name says what it is to those who hear it
   */
  WrittenChip(String token, String name, boolean marked) {
    super(token);
    getStyleClass().add("written-chip");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(name + " " + token);
    pseudoClassStateChanged(MARKED, marked);
  }
}
