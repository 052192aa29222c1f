package attentionscope.app;

import attentionscope.view.Chrome;
import attentionscope.view.Intent;
import attentionscope.view.Ride;
import attentionscope.view.Shown;
import attentionscope.view.Track;
import attentionscope.workspace.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Every command of the window. */
final class Commands {

  /** What only the window itself can do. */
  interface Desk {
    void goToAnything();

    void help();

    void openFolder();

    void openFile();

    void type();
  }

  private final Supplier<Shown> shown;
  private final Consumer<Intent> intents;
  private final List<Command> all = new ArrayList<>();

  Commands(Supplier<Shown> shown, Consumer<Intent> intents, Desk desk) {
    this.shown = shown;
    this.intents = intents;
    with("app.command.go-to", desk::goToAnything, shortcut(KeyCode.K));
    all.add(
        new Command("app.command.help", List.of(key(KeyCode.F1)), List.of("?"), true, desk::help));
    plain("app.command.step", () -> ride(ride -> ride.at() + 1), key(KeyCode.SPACE));
    plain("app.command.step-back", () -> ride(ride -> ride.at() - 1), shift(KeyCode.SPACE));
    plain("app.command.first", () -> ride(ride -> 0), key(KeyCode.HOME));
    plain("app.command.play", this::play, key(KeyCode.P));
    plain("app.command.next", () -> lesson(1), key(KeyCode.PAGE_DOWN));
    plain("app.command.previous", () -> lesson(-1), key(KeyCode.PAGE_UP));
    plain("app.command.transpose", send(new Intent.Transpose()), key(KeyCode.T));
    plain("app.command.type", desk::type, key(KeyCode.E));
    plain("app.command.fold", this::fold, key(KeyCode.L));
    plain("app.command.back", send(new Intent.Back()), key(KeyCode.ESCAPE));
    with("app.command.undo", send(new Intent.Undo()), shortcut(KeyCode.Z));
    with(
        "app.command.redo", send(new Intent.Redo()), shortcutShift(KeyCode.Z), shortcut(KeyCode.Y));
    with("app.command.open-folder", desk::openFolder, shortcut(KeyCode.O));
    with("app.command.open-file", desk::openFile, shortcutShift(KeyCode.O));
    with("app.command.lessons", open(View.LESSONS), shortcut(KeyCode.DIGIT1));
    with("app.command.model", open(View.MODEL), shortcut(KeyCode.M));
    with("app.command.attention", open(View.ATTENTION), shortcut(KeyCode.DIGIT2));
    with("app.command.steps", open(View.STEPS), shortcut(KeyCode.DIGIT3));
    with("app.command.plane", open(View.PLANE));
    with("app.command.heads", open(View.HEADS), shortcut(KeyCode.DIGIT4));
    with("app.command.positions", open(View.POSITIONS), shortcut(KeyCode.DIGIT5));
    with("app.command.shapes", open(View.SHAPES), shortcut(KeyCode.DIGIT6));
    with("app.command.generate", open(View.GENERATE), shortcut(KeyCode.DIGIT7));
    with("app.command.recurrent", open(View.RECURRENT), shortcut(KeyCode.DIGIT8));
    with("app.command.train", open(View.TRAIN), shortcut(KeyCode.DIGIT9));
    with("app.command.theme", () -> send(new Intent.Wear(shown.get().theme().other())).run());
    with("app.command.language", this::nextLanguage);
  }

  List<Command> all() {
    return List.copyOf(all);
  }

  /** How the first key of a command is written here; empty where it has none. */
  String nameOf(String key) {
    return all.stream()
        .filter(command -> command.key().equals(key))
        .flatMap(command -> command.names().stream())
        .findFirst()
        .orElse("");
  }

  private void with(String key, Runnable action, KeyCombination... keys) {
    all.add(new Command(key, List.of(keys), List.of(), false, action));
  }

  private void plain(String key, Runnable action, KeyCombination... keys) {
    all.add(new Command(key, List.of(keys), List.of(), true, action));
  }

  private Runnable send(Intent intent) {
    return () -> intents.accept(intent);
  }

  private Runnable open(View view) {
    return send(new Intent.Open(view));
  }

  private void ride(ToIntFunction<Ride> to) {
    shown.get().ride().ifPresent(ride -> intents.accept(ride.to(to.applyAsInt(ride))));
  }

  private void lesson(int by) {
    Optional<Ride> ride =
        shown.get().rides().stream().filter(one -> one.track() == Track.LESSON).findFirst();
    ride.ifPresent(one -> intents.accept(one.to(one.at() + by)));
  }

  private void play() {
    intents.accept(new Intent.Play(!shown.get().chrome().playing()));
  }

  private void fold() {
    Chrome chrome = shown.get().chrome();
    intents.accept(new Intent.Fold(!chrome.folded()));
  }

  private void nextLanguage() {
    List<String> codes = shown.get().languages().stream().map(language -> language.code()).toList();
    int now = codes.indexOf(shown.get().texts().language().code());
    intents.accept(new Intent.Speak(codes.get((now + 1) % codes.size())));
  }

  private static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCombination shift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination shortcutShift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }
}
