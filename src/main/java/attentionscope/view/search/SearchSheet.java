package attentionscope.view.search;

import attentionscope.language.Texts;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field and what its letters mean. */
public final class SearchSheet extends VBox {

  private static final int MOST = 60;

  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final List<Entry> entries;
  private final Runnable done;

  /**
   * @param entries everything there is
   * @param done called when one was chosen, before it is gone to
   */
  public SearchSheet(Texts texts, List<Entry> entries, Runnable done) {
    this.entries = List.copyOf(entries);
    this.done = done;
    getStyleClass().addAll("sheet", "search-sheet");
    field.setPromptText(texts.get("view.search.prompt"));
    field.setAccessibleText(texts.get("view.search.prompt"));
    field.textProperty().addListener(property -> find());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.setAccessibleText(texts.get("view.search.results"));
    list.setCellFactory(view -> new Row());
    list.setPlaceholder(new Label(texts.get("view.search.none")));
    list.setFocusTraversable(false);
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            go();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(field, list);
    find();
  }

  public TextField field() {
    return field;
  }

  private void find() {
    list.getItems().setAll(Matching.best(entries, field.getText(), MOST));
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1, event);
      case UP -> move(-1, event);
      case ENTER -> {
        go();
        event.consume();
      }
      default -> {}
    }
  }

  private void move(int by, KeyEvent event) {
    int count = list.getItems().size();
    if (count > 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, count - 1);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - 4));
    }
    event.consume();
  }

  private void go() {
    Entry chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      done.run();
      chosen.action().run();
    }
  }

  /** Kind, name and detail on a line. */
  private static final class Row extends ListCell<Entry> {
    private final Label kind = new Label();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(kind, name, detail);

    Row() {
      kind.getStyleClass().add("entry-kind");
      name.getStyleClass().add("entry-name");
      detail.getStyleClass().add("entry-detail");
      line.getStyleClass().add("entry");
      line.setAlignment(Pos.BASELINE_LEFT);
      kind.setMinWidth(Region.USE_PREF_SIZE);
      name.setMinWidth(Region.USE_PREF_SIZE);
      HBox.setHgrow(detail, Priority.ALWAYS);
      detail.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    @SuppressWarnings("NullAway") // an empty row has no entry
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || Objects.isNull(entry)) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      kind.setText(entry.kind());
      name.setText(entry.name());
      detail.setText(entry.detail());
      setGraphic(line);
      setAccessibleText(entry.kind() + " " + entry.name() + " " + entry.detail());
    }
  }
}
