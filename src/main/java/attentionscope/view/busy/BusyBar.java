package attentionscope.view.busy;

import attentionscope.view.Busy;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/**
 * A bar once something takes longer than the blink of an eye, and from a second on what it is and a
 * way to give it up.
 */
public final class BusyBar extends HBox implements Part {

  private static final Duration BLINK = Duration.millis(100);
  private static final Duration LONG = Duration.seconds(1);
  private static final double WIDTH = 120;

  private final ProgressBar bar = new ProgressBar();
  private final Label name = new Label();
  private final Button cancel = new Button();
  private final PauseTransition soon = new PauseTransition(BLINK);
  private final PauseTransition later = new PauseTransition(LONG);
  private Optional<Busy> busy = Optional.empty();
  private Optional<Shown> last = Optional.empty();

  public BusyBar(Consumer<Intent> intents) {
    getStyleClass().add("busy-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    bar.setPrefWidth(WIDTH);
    name.setMaxWidth(480);
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> intents.accept(new Intent.Cancel()));
    soon.setOnFinished(event -> appear());
    later.setOnFinished(event -> getChildren().setAll(bar, name, cancel));
    disappear();
  }

  /** Something is worked at, or nothing any more. */
  public void show(Optional<Busy> now) {
    boolean goesOn = now.isPresent() && now.equals(busy);
    busy = now;
    if (goesOn) {
      return;
    }
    disappear();
    if (now.isPresent()) {
      say();
      soon.playFromStart();
      later.playFromStart();
    }
  }

  @Override
  public void show(Shown shown) {
    last = Optional.of(shown);
    say();
  }

  private void say() {
    if (last.isEmpty()) {
      return;
    }
    Shown shown = last.get();
    cancel.setText(shown.text("view.busy.cancel"));
    name.setText(
        busy.flatMap(Busy::opening)
            .map(place -> shown.text("view.busy.opening", place))
            .orElseGet(() -> shown.text("view.busy.computing")));
    bar.setAccessibleText(name.getText());
  }

  private void appear() {
    bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
    getChildren().setAll(bar);
    setVisible(true);
  }

  private void disappear() {
    soon.stop();
    later.stop();
    setVisible(false);
    getChildren().clear();
    bar.setProgress(0); // what nobody sees need not move
  }
}
