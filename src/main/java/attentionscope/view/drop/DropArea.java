package attentionscope.view.drop;

import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Says, while files are dragged over the window, that they can be dropped; opens the first. */
public final class DropArea extends StackPane implements Part {

  private final Label says = new Label();
  private final Consumer<Intent> intents;

  public DropArea(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("drop-area");
    says.setWrapText(true);
    getChildren().add(says);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Takes what is dropped anywhere on this. */
  public void listen(Node window) {
    window.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            setVisible(true);
            event.consume();
          }
        });
    window.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> setVisible(false));
    window.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          setVisible(false);
          boolean files = event.getDragboard().hasFiles();
          if (files) {
            String first = event.getDragboard().getFiles().getFirst().getAbsolutePath();
            intents.accept(new Intent.OpenFiles(first));
          }
          event.setDropCompleted(files);
          event.consume();
        });
  }

  @Override
  public void show(Shown shown) {
    says.setText(shown.text("view.drop.here"));
  }
}
