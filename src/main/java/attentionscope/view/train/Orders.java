package attentionscope.view.train;

import attentionscope.language.BuildsKeys;
import attentionscope.view.AttentionKinds;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Intent.Save.Saved;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.laboratory.LabState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Orders to the runs: learn, pause, one step, from the beginning, how fast; and what to save. */
@BuildsKeys("view.train.save.")
final class Orders extends HBox implements Part {

  private static final List<Integer> PACES = List.of(0, 25, 5, 1);

  private final Button play = Icons.on(new Button(), Feather.PLAY);
  private final Button step = Icons.on(new Button(), Feather.CHEVRON_RIGHT);
  private final Button anew = Icons.only(new Button(), Feather.ROTATE_CCW);
  private final MenuButton pace = new MenuButton();
  private final MenuButton saves = Icons.only(new MenuButton(), Feather.SAVE);
  private final Map<Saved, MenuItem> items = new EnumMap<>(Saved.class);
  private final AttentionKinds kinds;
  private boolean playing;

  Orders(Consumer<Intent> intents, Consumer<Saved> save) {
    kinds = new AttentionKinds(intents);
    getStyleClass().add("knobs");
    setAlignment(Pos.CENTER_RIGHT);
    play.getStyleClass().add("primary");
    play.setOnAction(
        event ->
            intents.accept(
                new Intent.Train(playing ? Intent.Train.Order.PAUSE : Intent.Train.Order.PLAY)));
    step.setOnAction(event -> intents.accept(new Intent.Train(Intent.Train.Order.STEP)));
    step.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    anew.setOnAction(event -> intents.accept(new Intent.BeginAnew()));
    for (int one : PACES) {
      RadioMenuItem item = new RadioMenuItem();
      item.setOnAction(event -> intents.accept(new Intent.TrainAt(one)));
      pace.getItems().add(item);
    }
    pace.getStyleClass().add("pace");
    for (Saved what : Saved.values()) {
      MenuItem item = new MenuItem();
      item.setOnAction(event -> save.accept(what));
      items.put(what, item);
      saves.getItems().add(item);
    }
    saves.getStyleClass().add("pace");
    saves.setMinWidth(USE_PREF_SIZE);
    for (Button button : List.of(play, step, anew)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    pace.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(kinds.node(), play, step, anew, pace, saves);
  }

  @Override
  public void show(Shown shown) {
    kinds.show(shown);
    step.setText(shown.text("view.train.step"));
    Icons.name(anew, shown.text("view.train.reset"));
    Icons.name(saves, shown.text("view.train.save"));
    items.forEach((what, item) -> item.setText(shown.text("view.train.save." + what.key())));
  }

  /** How the laboratory stands, which changes without the window being asked for anything. */
  void stand(LabState state, Shown shown) {
    playing = state.playing();
    Icons.on(play, playing ? Feather.PAUSE : Feather.PLAY);
    play.setText(shown.text(playing ? "view.train.pause" : "view.train.play"));
    boolean done =
        !state.runs().isEmpty() && state.step() >= state.runs().getFirst().plan().steps();
    play.setDisable(done);
    step.setDisable(done || playing);
    for (int i = 0; i < PACES.size(); i++) {
      RadioMenuItem item = (RadioMenuItem) pace.getItems().get(i);
      item.setText(pace(PACES.get(i), shown));
      item.setSelected(PACES.get(i) == state.pace());
    }
    Icons.name(pace, shown.text("view.train.pace"));
    pace.setText(pace(state.pace(), shown));
  }

  private static String pace(int pace, Shown shown) {
    return pace == 0 ? shown.text("view.train.pace.any") : shown.text("view.train.pace.at", pace);
  }

  Button play() {
    return play;
  }
}
