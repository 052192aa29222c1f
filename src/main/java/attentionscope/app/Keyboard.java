package attentionscope.app;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Runs commands by their keys, unless a control of its own used the key. */
final class Keyboard {

  private final List<Command> commands;

  Keyboard(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /** Listens to a scene. */
  void listen(Scene scene) {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
    scene.addEventHandler(KeyEvent.KEY_TYPED, event -> typed(scene, event));
  }

  private void pressed(Scene scene, KeyEvent event) {
    boolean typing = scene.getFocusOwner() instanceof TextInputControl;
    for (Command command : commands) {
      boolean letter = typing && command.plain() && !event.getCode().isFunctionKey();
      if (!letter && command.keys().stream().anyMatch(keys -> keys.match(event))) {
        event.consume();
        command.action().run();
        return;
      }
    }
  }

  private void typed(Scene scene, KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl) {
      return;
    }
    for (Command command : commands) {
      if (command.signs().contains(event.getCharacter())) {
        event.consume();
        command.action().run();
        return;
      }
    }
  }
}
