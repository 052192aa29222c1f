package attentionscope.view.shapes;

import attentionscope.figure.shapes.MatrixSize;
import attentionscope.view.Shown;
import attentionscope.workspace.OtherSize;
import attentionscope.workspace.OtherSize.Weight;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The size of one weight, to be typed over. */
final class SizeFields extends HBox {

  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final Weight weight;
  private final Consumer<OtherSize> typed;
  private final TextField rows = new TextField();
  private final TextField columns = new TextField();
  private MatrixSize shown = new MatrixSize(1, 1);

  SizeFields(Weight weight, Consumer<OtherSize> typed) {
    this.weight = weight;
    this.typed = typed;
    getStyleClass().add("size-fields");
    setAlignment(Pos.CENTER_LEFT);
    setFillHeight(false);
    for (TextField field : new TextField[] {rows, columns}) {
      field.setPrefColumnCount(3);
      field.setOnAction(event -> commit());
      field
          .focusedProperty()
          .addListener(
              (property, was, is) -> {
                if (was) {
                  commit();
                }
              });
    }
    getChildren().addAll(new Subscript("W", weight.name()), rows, new Label("×"), columns);
  }

  /**
   * @param size as it is now
   * @param changed whether the run has another
   */
  void show(Shown now, MatrixSize size, boolean changed) {
    shown = size;
    pseudoClassStateChanged(CHANGED, changed);
    rows.setText(Integer.toString(size.rows()));
    columns.setText(Integer.toString(size.columns()));
    String name = "W " + weight.name();
    rows.setAccessibleText(now.text("view.shapes.rows", name));
    columns.setAccessibleText(now.text("view.shapes.columns", name));
  }

  /** What is no size goes back to what it was. */
  private void commit() {
    int newRows = parse(rows, shown.rows());
    int newColumns = parse(columns, shown.columns());
    if (newRows != shown.rows() || newColumns != shown.columns()) {
      typed.accept(new OtherSize(weight, newRows, newColumns));
    }
  }

  private static int parse(TextField field, int before) {
    String text = field.getText().strip();
    int size = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (size >= 1 && size <= OtherSize.LARGEST) {
      return size;
    }
    field.setText(Integer.toString(before));
    return before;
  }

  TextField rows() {
    return rows;
  }

  TextField columns() {
    return columns;
  }
}
