package attentionscope.view.changes;

import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.view.CellChanges;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Lecture;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** What was changed by hand and what it was; a press takes a change back, another all of them. */
public final class ChangesBar extends FlowPane implements Part {

  /** More would leave the picture too little room; the others can be taken back cell by cell. */
  private static final int MOST = 5;

  private final Consumer<Intent> intents;
  private final Label name = new Label();

  public ChangesBar(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("changes-bar");
    name.getStyleClass().add("caption");
  }

  @Override
  public void show(Shown shown) {
    List<Intervention> changes = shown.workspace().changes();
    setVisible(!changes.isEmpty());
    setManaged(!changes.isEmpty());
    name.setText(shown.text("view.changes.title"));
    List<Node> nodes = new ArrayList<>(List.of(name));
    int more = Math.max(0, changes.size() - MOST);
    if (more > 0) {
      Label others = new Label(shown.text("view.changes.more", more));
      others.getStyleClass().add("quiet");
      nodes.add(others);
    }
    for (Intervention change : changes.subList(more, changes.size())) {
      nodes.add(chip(change, shown));
    }
    // A step of a lesson may begin with changes of its own.
    List<Intervention> begun =
        shown
            .lecture()
            .map(Lecture::player)
            .map(player -> player.step().workspace())
            .map(workspace -> workspace.withView(shown.workspace().view()).changes())
            .orElse(List.of());
    if (changes.size() > 1 && !changes.equals(begun)) {
      Button all = new Button(shown.text("view.changes.all"));
      all.getStyleClass().addAll("small", "changes-all");
      all.setOnAction(event -> intents.accept(new Intent.Change(begun)));
      nodes.add(all);
    }
    getChildren().setAll(nodes);
  }

  private Button chip(Intervention change, Shown shown) {
    Button chip = Icons.on(new Button(text(change, shown)), Feather.X);
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().add("change");
    String takeBack = shown.text("view.changes.take-back", change.target() + ": " + chip.getText());
    chip.setAccessibleText(takeBack);
    chip.setTooltip(new Tooltip(takeBack));
    chip.setOnAction(
        event -> {
          List<Intervention> others = new ArrayList<>(shown.workspace().changes());
          others.remove(change);
          intents.accept(new Intent.Change(others));
        });
    return chip;
  }

  private static String text(Intervention change, Shown shown) {
    return switch (change) {
      case Intervention.SetCell set -> cell(set, shown);
      case Intervention.Replace replace -> shown.text("view.changes.replaced", replace.target());
      case Intervention.Zero zero -> zero.target() + " = 0";
      case Intervention.Off off -> shown.text("view.changes.off", off.target());
    };
  }

  /** {@code scores[0,2] 4 → −1}. */
  private static String cell(Intervention.SetCell set, Shown shown) {
    CellRef cell = set.cell();
    List<String> words = cell.id().segments();
    boolean weight = cell.id().leaf().equals("weight") && words.size() > 1;
    String leaf = weight ? words.get(words.size() - 2) + "." + cell.id().leaf() : cell.id().leaf();
    String name = leaf + "[" + cell.row() + "," + cell.column() + "]";
    String before = CellChanges.was(shown, cell).map(was -> number(was) + " → ").orElse("");
    return name + "  " + before + number(set.value());
  }

  private static String number(float value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
    return whole ? Numbers.whole((long) value) : Numbers.prose(value);
  }
}
