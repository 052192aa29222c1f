package attentionscope.view.generate;

import attentionscope.language.BuildsKeys;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.Choice;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import attentionscope.workspace.Writing.Way;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** How the next token is chosen: by the model's likeliest, by chance, or by the user. */
@BuildsKeys("view.generate.way.")
final class Ways extends HBox implements Part {

  private final Choice<Way> ways;
  private final Button take = Icons.only(new Button(), Feather.CORNER_DOWN_LEFT);
  private Writing writing = Writing.PLAIN;
  private Optional<Integer> selected = Optional.empty();

  Ways(Consumer<Intent> intents) {
    ways = new Choice<>(way -> intents.accept(new Intent.Choose(writing.withWay(way))));
    take.setMinWidth(USE_PREF_SIZE);
    take.setOnAction(event -> selected.map(Intent.Write::new).ifPresent(intents));
    getStyleClass().add("knobs");
    setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(take, ways);
  }

  @Override
  public void show(Shown shown) {
    writing = shown.workspace().writing();
    ways.show(
        Arrays.stream(Way.values())
            .map(
                way ->
                    new Choice.Option<>(
                        way,
                        shown.text("view.generate.way." + way.key()),
                        shown.text("view.generate.way." + way.key() + ".about")))
            .toList(),
        Optional.of(writing.way()));
    ways.setVisible(shown.outlook().isPresent());
    selected =
        shown
            .outlook()
            .filter(outlook -> outlook.ended().isEmpty())
            .flatMap(
                outlook ->
                    shown
                        .workspace()
                        .focus()
                        .flatMap(Region::asCell)
                        .filter(cell -> isOf(outlook, cell))
                        .map(CellRef::column));
    Icons.name(take, shown.text("view.generate.take"));
    // it stays where it is: a figure that moves between two clicks gets the second on another token
    take.setDisable(selected.isEmpty());
    take.setVisible(shown.outlook().isPresent() && writing.way() != Way.BEAM);
  }

  /** Whether a cell is the probability of a token that may come next. */
  static boolean isOf(Outlook outlook, CellRef cell) {
    return cell.id().equals(Outlook.PROBABILITIES)
        && cell.row() == outlook.row()
        && cell.column() < outlook.next().first().size();
  }

  Choice<Way> ways() {
    return ways;
  }
}
