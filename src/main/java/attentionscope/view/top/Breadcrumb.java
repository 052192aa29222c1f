package attentionscope.view.top;

import attentionscope.figure.model.ModelNames;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;

/** Where you are. A part that has others in its place offers them. */
final class Breadcrumb extends HBox implements Part {

  private final Consumer<Intent> intents;
  private String root = "";
  private List<Crumb> crumbs = List.of();

  Breadcrumb(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("breadcrumb");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
  }

  @Override
  public void show(Shown shown) {
    boolean lessons = shown.workspace().view() == View.LESSONS;
    String newRoot =
        lessons
            ? shown.text("view.rail.lessons")
            : ModelNames.of(shown.workspace().model(), shown.texts());
    List<Crumb> newCrumbs =
        shown
            .workspace()
            .focus()
            .filter(focus -> !lessons)
            .map(focus -> new Crumbs(shown.trace(), shown.texts()).of(focus.id()))
            .orElse(List.of());
    if (newRoot.equals(root) && newCrumbs.equals(crumbs)) {
      return; // the buttons stay, and keep the keyboard
    }
    root = newRoot;
    crumbs = newCrumbs;
    List<Node> parts = new ArrayList<>();
    parts.add(first(root));
    for (Crumb crumb : crumbs) {
      parts.add(separator());
      parts.add(button(crumb));
    }
    parts.getLast().getStyleClass().add("here");
    getChildren().setAll(parts);
  }

  private static Label first(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("crumb-root");
    label.setTextOverrun(OverrunStyle.ELLIPSIS);
    return label;
  }

  private static Label separator() {
    Label separator = new Label("▸");
    separator.getStyleClass().add("crumb-separator");
    separator.setMinWidth(USE_PREF_SIZE);
    return separator;
  }

  private Button button(Crumb crumb) {
    Button button = new Button(crumb.name());
    button.getStyleClass().setAll("crumb");
    button.setMinWidth(0);
    button.setOnAction(
        event -> {
          if (crumb.others().size() < 2) {
            intents.accept(new Intent.Focus(crumb.here()));
          } else {
            offer(button, crumb);
          }
        });
    return button;
  }

  private void offer(Button button, Crumb crumb) {
    ContextMenu menu = new ContextMenu();
    for (Crumb.Sibling sibling : crumb.others()) {
      MenuItem item = new MenuItem(sibling.name());
      item.setOnAction(event -> intents.accept(new Intent.Focus(sibling.region())));
      menu.getItems().add(item);
    }
    menu.show(button, Side.BOTTOM, 0, 4);
  }
}
