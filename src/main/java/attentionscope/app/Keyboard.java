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

  /** Handles a key that nothing else has used. */
  void handle(Scene scene, KeyEvent event) {
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
}
