package attentionscope.view.inspector;

import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.TypedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Gives a cell another value; everything that follows from it follows. */
final class WhatIf extends HBox {

  private final CellRef cell;
  private final Consumer<Intent> intents;
  private final List<Intervention> others;
  private final TextField field = new TextField();

  WhatIf(Shown shown, CellRef cell, Consumer<Intent> intents) {
    this.cell = cell;
    this.intents = intents;
    List<Intervention> all = shown.workspace().interventions();
    this.others = all.stream().filter(change -> !changes(change)).toList();
    getStyleClass().add("what-if");
    setAlignment(Pos.CENTER_LEFT);
    field.setPrefColumnCount(6);
    field.setPromptText(Numbers.prose(0));
    field.setAccessibleText(shown.text("view.inspector.value"));
    field.setOnAction(event -> set());
    Button set = new Button(shown.text("view.inspector.set"));
    set.setOnAction(event -> set());
    getChildren().addAll(field, set);
    if (others.size() < all.size()) {
      Button back = new Button(shown.text("view.inspector.unset"));
      back.setOnAction(event -> intents.accept(new Intent.Change(others)));
      getChildren().add(back);
    }
  }

  private boolean changes(Intervention change) {
    return change instanceof Intervention.SetCell set && set.cell().equals(cell);
  }

  private void set() {
    TypedNumber.parse(field.getText())
        .ifPresent(
            number -> {
              List<Intervention> changes = new ArrayList<>(others);
              changes.add(new Intervention.SetCell(cell, number.floatValue()));
              intents.accept(new Intent.Change(changes));
            });
  }

  TextField field() {
    return field;
  }
}
