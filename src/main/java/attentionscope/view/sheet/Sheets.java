package attentionscope.view.sheet;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** Shows at most one sheet over the window. Escape or a click beside it takes it away. */
public final class Sheets extends StackPane {

  private Optional<Node> before = Optional.empty();
  private Runnable whenClosed = () -> {};

  public Sheets() {
    getStyleClass().add("sheets");
    setVisible(false);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  /**
   * Shows a sheet instead of the one that may be there.
   *
   * @param first what gets the keyboard
   */
  public void open(Node sheet, Node first) {
    open(sheet, first, () -> {});
  }

  /**
   * As {@link #open(Node, Node)}.
   *
   * @param closed is run when the sheet is taken away, whoever does it
   */
  public void open(Node sheet, Node first, Runnable closed) {
    close();
    whenClosed = closed;
    if (!isVisible()) {
      before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
    }
    getChildren().setAll(sheet);
    StackPane.setAlignment(sheet, Pos.TOP_CENTER);
    setVisible(true);
    first.requestFocus();
  }

  public boolean isOpen() {
    return isVisible();
  }

  /** Takes the sheet away and gives the keyboard back. */
  public void close() {
    if (isVisible()) {
      setVisible(false);
      getChildren().clear();
      before.ifPresent(Node::requestFocus);
      before = Optional.empty();
      Runnable closed = whenClosed;
      whenClosed = () -> {};
      closed.run();
    }
  }
}
