package attentionscope.view.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.HeatmapFigure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.model.ModelFacts;
import attentionscope.figure.model.ModelParts;
import attentionscope.figure.model.TensorNode;
import attentionscope.view.Drawer;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every matrix of a model's files in a table, and one of them as a heatmap. */
final class Tensors extends VBox {

  private static final Type CELL = Type.ui(13);
  private static final Type HEAD = CELL.weight(Type.Weight.BOLD);
  private static final double PADDING = 28;

  private final Drawer drawer;
  private final FigureCanvas canvas;
  private final Consumer<Intent> intents;
  private final Label facts = new Label();
  private final TextField filter = new TextField();
  private final TableView<Map.Entry<String, NdArray>> table = new TableView<>();
  private final ObservableList<Map.Entry<String, NdArray>> rows =
      FXCollections.observableArrayList();
  private final FilteredList<Map.Entry<String, NdArray>> found = new FilteredList<>(rows);
  private Optional<ArrayFile> file = Optional.empty();
  private Optional<TensorNode> open = Optional.empty();
  private List<String> headings = List.of();
  private boolean showing;

  Tensors(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    this.drawer = drawer;
    this.canvas = canvas;
    this.intents = intents;
    getStyleClass().add("tensors");
    facts.setWrapText(true);
    facts.getStyleClass().add("quiet");
    facts.setMinHeight(USE_PREF_SIZE);
    filter.textProperty().addListener(property -> filter());
    column("name", Map.Entry::getKey);
    column("shape", entry -> entry.getValue().shape().toString());
    column("dtype", entry -> entry.getValue().dtype().name());
    table.setItems(found);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> Optional.ofNullable(is).ifPresent(this::chosen));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox left = new VBox(filter, table);
    left.getStyleClass().add("tensor-list");
    left.setMinWidth(200);
    HBox right = new HBox(canvas);
    HBox.setHgrow(canvas, Priority.ALWAYS);
    right.setMinWidth(200);
    SplitPane both = new SplitPane(left, right);
    both.setOrientation(Orientation.HORIZONTAL);
    both.setDividerPositions(0.46);
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(facts, both);
  }

  private void column(String key, Function<Map.Entry<String, NdArray>, String> says) {
    TableColumn<Map.Entry<String, NdArray>, String> column = new TableColumn<>(key);
    column.setId(key);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(says.apply(cell.getValue())));
    table.getColumns().add(column);
  }

  void show(Shown shown) {
    showing = true;
    facts.setText(
        String.join(
            "\n",
            ModelFacts.of(
                shown.workspace().model(),
                shown.opened().card(),
                ModelParts.of(shown.trace()),
                shown.texts())));
    filter.setPromptText(shown.text("view.model.filter"));
    filter.setAccessibleText(shown.text("view.model.filter"));
    table.setAccessibleText(shown.text("view.model.files"));
    table.setPlaceholder(new Label(shown.text("view.search.none")));
    List<String> names =
        List.of(
            shown.text("view.model.name"),
            shown.text("view.model.shape"),
            shown.text("view.model.dtype"));
    for (int i = 0; i < names.size(); i++) {
      table.getColumns().get(i).setText(names.get(i));
    }
    boolean otherWords = !names.equals(headings);
    headings = names;
    Optional<ArrayFile> now = shown.opened().card().tensors();
    if (otherWords || !now.equals(file)) {
      file = now;
      rows.setAll(now.map(all -> List.copyOf(all.arrays().entrySet())).orElse(List.of()));
      fit();
    }
    select(shown);
    showing = false;
  }

  /** Names differ at their ends: each is there whole, if need be to be scrolled to. */
  private void fit() {
    for (TableColumn<Map.Entry<String, NdArray>, ?> column : table.getColumns()) {
      double widest = drawer.measure().width(column.getText(), HEAD);
      for (int row = 0; row < rows.size(); row++) {
        String text = String.valueOf(column.getCellData(rows.get(row)));
        widest = Math.max(widest, drawer.measure().width(text, CELL));
      }
      column.setPrefWidth(Math.ceil(widest) + PADDING);
    }
  }

  private void select(Shown shown) {
    Optional<Map.Entry<String, NdArray>> wanted =
        shown
            .workspace()
            .tensor()
            .flatMap(name -> rows.stream().filter(row -> row.getKey().equals(name)).findFirst())
            .or(() -> rows.stream().findFirst());
    wanted.ifPresent(
        row -> {
          if (row != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().select(row);
            table.scrollTo(row);
          }
          draw(shown, row);
        });
  }

  private void draw(Shown shown, Map.Entry<String, NdArray> row) {
    if (open.filter(one -> one.array().equals(row.getValue())).isEmpty()) {
      open = Optional.of(TensorNode.of(row.getKey(), row.getValue()));
    }
    TensorNode tensor = open.get();
    MatrixLook look = MatrixLook.PLAIN.withTransposed(shown.workspace().look().transposed());
    HeatmapFigure figure = tensor.figure(look, Pointing.NONE);
    canvas.show(
        (width, height) -> figure.draw(drawer.frame(width, height, shown.texts())),
        shown.theme().palette(),
        Optional.empty());
  }

  private void chosen(Map.Entry<String, NdArray> row) {
    if (!showing) {
      intents.accept(new Intent.Inspect(Optional.of(row.getKey())));
    }
  }

  private void filter() {
    String typed = filter.getText().strip().toLowerCase(Locale.ROOT);
    showing = true; // that rows come and go is nobody's choice
    found.setPredicate(row -> row.getKey().toLowerCase(Locale.ROOT).contains(typed));
    showing = false;
  }

  Node first() {
    return table;
  }
}
