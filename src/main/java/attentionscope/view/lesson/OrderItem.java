package attentionscope.view.lesson;

import attentionscope.view.Icons;
import attentionscope.view.Shown;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One of the things to put in order. */
final class OrderItem extends HBox {

  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  private final Label number = new Label();
  private final Button up = Icons.only(new Button(), Feather.CHEVRON_UP);
  private final Button down = Icons.only(new Button(), Feather.CHEVRON_DOWN);
  private final String name;
  private final String words;
  private final Mover mover;

  /** Moves an item by so many places, downwards where positive. */
  interface Mover {
    void move(OrderItem item, int by);
  }

  /**
   * @param words the text, to be read aloud
   */
  OrderItem(String name, Node text, String words, Shown shown, Mover mover) {
    this.name = name;
    this.words = words;
    this.mover = mover;
    getStyleClass().add("question-item");
    number.getStyleClass().add("item-number");
    number.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Icons.name(up, shown.text("view.question.up", words));
    Icons.name(down, shown.text("view.question.down", words));
    up.setOnAction(event -> mover.move(this, -1));
    down.setOnAction(event -> mover.move(this, 1));
    // The keyboard moves the item itself.
    up.setFocusTraversable(false);
    down.setFocusTraversable(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    VBox arrows = new VBox(up, down);
    arrows.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(number, text, arrows);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, e -> pseudoClassStateChanged(HELD, false));
  }

  String name() {
    return name;
  }

  /** It stands there now. */
  void placed(int at, int of) {
    number.setText(Integer.toString(at + 1));
    up.setDisable(at == 0);
    down.setDisable(at == of - 1);
    setAccessibleText(number.getText() + ". " + words);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private void keyPressed(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isShiftDown();
    if (plain && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
      mover.move(this, event.getCode() == KeyCode.UP ? -1 : 1);
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      pseudoClassStateChanged(HELD, true);
      event.consume();
    }
  }

  /** Changes places with a neighbour as soon as the pointer is in the neighbour's place. */
  private void dragged(MouseEvent event) {
    if (!event.isPrimaryButtonDown()) {
      return;
    }
    double y = event.getY();
    if (y < -getHeight() / 2) {
      mover.move(this, -1);
    } else if (y > 1.5 * getHeight()) {
      mover.move(this, 1);
    }
    event.consume();
  }
}
