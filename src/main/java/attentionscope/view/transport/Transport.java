package attentionscope.view.transport;

import attentionscope.language.BuildsKeys;
import attentionscope.view.Choice;
import attentionscope.view.Chrome;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Ride;
import attentionscope.view.Shown;
import attentionscope.view.Track;
import attentionscope.workspace.View;
import attentionscope.workspace.laboratory.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Plays what can be played: the steps of a lesson, or the moments of a calculation. */
@BuildsKeys("view.track.")
public final class Transport extends HBox implements Part {

  private final Consumer<Intent> intents;
  private final ToggleButton fold = Icons.only(new ToggleButton(), Feather.SIDEBAR);
  private final Choice<Track> tracks;
  private final Button first = Icons.only(new Button(), Feather.SKIP_BACK);
  private final Button back = Icons.on(new Button(), Feather.CHEVRON_LEFT);
  private final Button step = Icons.on(new Button(), Feather.CHEVRON_RIGHT);
  private final Button play = Icons.on(new Button(), Feather.PLAY);
  private final Label where = new Label();
  private final Progress progress;
  private final PaceButton pace;

  private Optional<Ride> ride = Optional.empty();
  private Chrome chrome = Chrome.START;

  public Transport(Consumer<Intent> intents) {
    this.intents = intents;
    tracks = new Choice<>(track -> intents.accept(new Intent.Drive(track)));
    progress = new Progress(to -> go(ride -> to));
    pace = new PaceButton(intents);
    getStyleClass().add("transport");
    setAlignment(Pos.CENTER_LEFT);

    fold.setOnAction(
        event -> {
          fold.setSelected(!fold.isSelected());
          intents.accept(new Intent.Fold(!chrome.folded()));
        });
    first.setOnAction(event -> go(ride -> 0));
    back.setOnAction(event -> go(ride -> ride.at() - 1));
    step.setOnAction(event -> go(ride -> ride.at() + 1));
    step.setContentDisplay(ContentDisplay.RIGHT);
    step.getStyleClass().add("primary");
    play.setOnAction(event -> intents.accept(new Intent.Play(!chrome.playing())));
    where.getStyleClass().add("where");
    where.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    for (Button button : List.of(first, back, step, play)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().addAll(fold, tracks, first, back, step, play, where, progress, pace);
  }

  @Override
  public void show(Shown shown) {
    chrome = shown.chrome();
    ride = shown.ride();
    boolean canFold = shown.lecture().isPresent() && shown.workspace().view() != View.LESSONS;
    fold.setDisable(!canFold);
    fold.setSelected(canFold && !chrome.folded());
    Icons.name(fold, shown.text(chrome.folded() ? "view.transport.unfold" : "view.transport.fold"));

    tracks.show(
        shown.rides().stream()
            .map(one -> new Choice.Option<>(one.track(), name(shown, one.track())))
            .toList(),
        ride.map(Ride::track));
    tracks.setVisible(shown.rides().size() > 1);
    tracks.setManaged(tracks.isVisible());

    Icons.name(first, shown.text("view.transport.first"));
    Icons.on(play, chrome.playing() ? Feather.PAUSE : Feather.PLAY);
    back.setText(shown.text("view.transport.back"));
    boolean writes = ride.filter(one -> one.track() == Track.WRITING).isPresent();
    step.setText(shown.text(writes ? "view.transport.next-token" : "view.transport.step"));
    boolean runs = writes && shown.workspace().view() == View.GENERATE;
    play.setText(shown.text(play(chrome.playing(), runs)));

    boolean atStart = ride.map(Ride::atStart).orElse(true);
    boolean atEnd = ride.map(Ride::atEnd).orElse(true);
    first.setDisable(atStart);
    back.setDisable(atStart);
    step.setDisable(atEnd);
    play.setDisable(ride.isEmpty());
    where.setText(ride.map(one -> where(one, shown)).orElse(shown.text("view.transport.nothing")));
    progress.show(ride, shown);
    pace.show(shown);
    for (Node control : List.of(first, back, step, play, progress, pace)) {
      control.setVisible(ride.isPresent());
      control.setManaged(ride.isPresent());
    }
  }

  private static String play(boolean playing, boolean runs) {
    if (runs) {
      return playing ? "view.transport.stop" : "view.transport.to-the-end";
    }
    return playing ? "view.transport.pause" : "view.transport.play";
  }

  private void go(ToIntFunction<Ride> step) {
    ride.ifPresent(one -> intents.accept(one.to(step.applyAsInt(one))));
  }

  /** Steps are counted; moments are how many things have been done. */
  private static String where(Ride ride, Shown shown) {
    return switch (ride.track()) {
      case LESSON -> shown.text("view.transport.where", ride.at() + 1, ride.count());
      case CALCULATION, SEARCH -> shown.text("view.transport.where", ride.at(), ride.count() - 1);
      case TRAINING ->
          shown.text(
              "view.transport.trained",
              Name.parse(shown.workspace().model()).map(Name::step).orElse(0));
      case WRITING ->
          shown.text(
              "view.transport.written", ride.at(), shown.workspace().writing().written().size());
    };
  }

  private static String name(Shown shown, Track track) {
    return shown.text("view.track." + track.name().toLowerCase(Locale.ROOT));
  }
}
