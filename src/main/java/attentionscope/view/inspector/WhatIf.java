package attentionscope.view.inspector;

import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.view.CellChanges;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.TypedNumber;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** Gives a cell another value; everything that follows from it follows. */
final class WhatIf extends FlowPane {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("unknown");

  private final Shown shown;
  private final CellRef cell;
  private final Consumer<Intent> intents;
  private final TextField field = new TextField();

  WhatIf(Shown shown, CellRef cell, Consumer<Intent> intents) {
    this.shown = shown;
    this.cell = cell;
    this.intents = intents;
    getStyleClass().add("what-if");
    field.setPrefColumnCount(6);
    field.setPromptText(Numbers.prose(0));
    field.setAccessibleText(shown.text("view.inspector.value"));
    field.setOnAction(event -> set());
    field.textProperty().addListener(property -> field.pseudoClassStateChanged(WRONG, false));
    Button set = new Button(shown.text("view.inspector.set"));
    set.setOnAction(event -> set());
    getChildren().addAll(field, set);
    CellChanges.toggled(shown, cell)
        .ifPresent(
            toggled -> {
              boolean hidden = value() == Float.NEGATIVE_INFINITY;
              Button other =
                  new Button(shown.text(hidden ? "view.inspector.show" : "view.inspector.hide"));
              other.setOnAction(event -> intents.accept(new Intent.Change(toggled)));
              getChildren().add(other);
            });
    if (CellChanges.isSet(shown, cell)) {
      Button back = new Button(shown.text("view.inspector.unset"));
      back.setOnAction(event -> intents.accept(new Intent.Change(CellChanges.unset(shown, cell))));
      getChildren().add(back);
    }
  }

  private float value() {
    return shown.trace().find(cell.id()).map(node -> node.at(cell.row(), cell.column())).orElse(0f);
  }

  private void set() {
    TypedNumber.parse(field.getText())
        .ifPresentOrElse(
            number ->
                intents.accept(
                    new Intent.Change(CellChanges.set(shown, cell, number.floatValue()))),
            () -> field.pseudoClassStateChanged(WRONG, true));
  }

  TextField field() {
    return field;
  }
}
