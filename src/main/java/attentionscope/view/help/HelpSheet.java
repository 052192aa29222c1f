package attentionscope.view.help;

import attentionscope.language.Texts;
import attentionscope.view.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All keys and what they do. */
public final class HelpSheet extends VBox {

  private final Button close = Icons.only(new Button(), Feather.X);

  public HelpSheet(Texts texts, List<KeyLine> lines, Runnable onClose) {
    getStyleClass().addAll("sheet", "help-sheet");
    Label title = new Label(texts.get("view.help.title"));
    title.getStyleClass().add("sheet-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Icons.name(close, texts.get("view.help.close"));
    close.setOnAction(event -> onClose.run());
    HBox head = new HBox(title, close);
    head.setAlignment(Pos.CENTER_LEFT);

    int half = (lines.size() + 1) / 2;
    HBox columns =
        new HBox(column(lines.subList(0, half)), column(lines.subList(half, lines.size())));
    columns.getStyleClass().add("help-columns");
    Label colours = new Label(texts.get("view.help.colours"));
    colours.setWrapText(true);
    colours.getStyleClass().add("quiet");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(head, columns, colours);
  }

  /** What gets the keyboard first. */
  public Button closeButton() {
    return close;
  }

  private static GridPane column(List<KeyLine> lines) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-lines");
    for (int row = 0; row < lines.size(); row++) {
      HBox keys = new HBox();
      keys.getStyleClass().add("keys");
      keys.setAlignment(Pos.CENTER_LEFT);
      for (String key : lines.get(row).keys()) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key");
        cap.setMinWidth(USE_PREF_SIZE);
        keys.getChildren().add(cap);
      }
      Label does = new Label(lines.get(row).does());
      does.setWrapText(true);
      grid.add(keys, 0, row);
      grid.add(does, 1, row);
    }
    return grid;
  }
}
