package attentionscope.view.tokens;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/** One word, as wide as it is. */
final class TokenChip extends TextField {

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  TokenChip(String word) {
    super(word);
    getStyleClass().add("token-chip");
    setMinWidth(USE_PREF_SIZE);
    textProperty().addListener(property -> requestLayout());
    fontProperty().addListener(property -> requestLayout());
  }

  @Override
  protected double computePrefWidth(double height) {
    Text text = new Text(getText());
    text.setFont(getFont());
    double words = Math.ceil(text.getLayoutBounds().getWidth());
    return Math.max(getFont().getSize(), words) + 2 + snappedLeftInset() + snappedRightInset();
  }

  void mark(boolean marked, boolean unknown) {
    pseudoClassStateChanged(MARKED, marked);
    pseudoClassStateChanged(UNKNOWN, unknown);
  }
}
