package attentionscope.view.tokens;

import attentionscope.figure.matrix.AxisNames;
import attentionscope.view.Shown;
import attentionscope.workspace.TokenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/**
 * A text as it is typed, and below it the tokens that the model makes of it. The same can be typed
 * as ids.
 */
final class TextRow extends Pane {

  /** More are counted: nobody reads them here, and they would leave the picture no room. */
  private static final int MOST = 160;

  private static final double WIDTH = 420;
  private static final double BETWEEN = 5;
  private static final double HIGHEST = 64;

  /** In a window that is lower than this, the picture needs the room. */
  private static final double LOW = 800;

  private static final double HIGHEST_IF_LOW = 40;

  /** Of one of two texts. */
  private static final double HIGHEST_OF_TWO = 28;

  private final Label name = new Label();
  private final TextField field = new TextField();
  private final ToggleButton ids = new ToggleButton();
  private final FlowPane pieces = new FlowPane();
  private final HBox line = new HBox();
  private final ScrollPane some = new ScrollPane();
  private final Consumer<String> typed;
  private final Runnable ended;
  private String shown = "";
  private Optional<TypedTokens> tokens = Optional.empty();
  private boolean showing;
  private boolean oneOfTwo;

  /**
   * @param typed told the whole text at each change
   * @param ended called when typing ends
   */
  TextRow(Consumer<String> typed, Runnable ended) {
    this.typed = typed;
    this.ended = ended;
    getStyleClass().add("text-row");
    name.getStyleClass().add("caption");
    name.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setMinWidth(80);
    field.textProperty().addListener((property, was, is) -> changed(is));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    ids.setMinWidth(USE_PREF_SIZE);
    ids.setOnAction(event -> turn());
    line.getChildren().addAll(name, field, ids);
    line.getStyleClass().add("token-row");
    line.setAlignment(Pos.CENTER_LEFT);
    pieces.getStyleClass().add("token-pieces");
    some.setContent(pieces);
    some.getStyleClass().add("token-scroll");
    some.setFitToWidth(true);
    some.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    some.setFocusTraversable(false);
    getChildren().addAll(line, some);
  }

  /**
   * Shows a text and its tokens.
   *
   * @param rowName what it is a text of
   * @param marked places of the tokens that are spoken of
   */
  void show(
      Shown now, String text, String rowName, Optional<TypedTokens> made, IntPredicate marked) {
    showing = true;
    oneOfTwo = now.opened().target().isPresent();
    shown = text;
    tokens = made;
    name.setText(rowName);
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
    boolean only = now.opened().readsIdsOnly();
    field.setAccessibleText(rowName);
    field.setPromptText(now.text(only ? "view.tokens.type-ids" : "view.tokens.type"));
    ids.setText(now.text("view.tokens.ids"));
    ids.setAccessibleText(now.text("view.tokens.as-ids"));
    ids.setSelected(TokenIds.areTyped(text));
    ids.setVisible(!only);
    ids.setManaged(!only);
    pieces(now, marked);
    showing = false;
  }

  private void pieces(Shown now, IntPredicate marked) {
    List<Label> labels = new ArrayList<>();
    // ids that were typed as ids are there already
    if (tokens.filter(all -> all.written() > 0 || !now.opened().readsIdsOnly()).isPresent()) {
      TypedTokens all = tokens.orElseThrow();
      int count = Math.min(MOST, all.size());
      // what is written is watched at its end
      int first = all.written() > 0 ? all.size() - count : 0;
      if (first > 0) {
        labels.add(new Label(now.text("view.tokens.written-before", first)));
      }
      for (int i = first; i < first + count; i++) {
        String says =
            now.text(
                all.isWritten(i) ? "view.tokens.written-piece" : "view.tokens.piece",
                i,
                all.label(i),
                all.id(i));
        labels.add(
            new TokenPiece(AxisNames.label(all.axis(), i), says, all.isWritten(i), marked.test(i)));
      }
      if (first + count < all.size()) {
        labels.add(new Label(now.text("view.tokens.more", all.size() - count)));
      }
    }
    pieces.getChildren().setAll(labels);
    if (tokens.filter(all -> all.written() > 0).isPresent()) {
      some.setVvalue(some.getVmax());
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return line.prefHeight(-1) + BETWEEN + room(width > 0 ? width : getWidth());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /** The tokens have two lines and a half at most: that there are more is seen. */
  private double room(double width) {
    double all = pieces.prefHeight(Math.max(1, width));
    boolean low = getScene() != null && getScene().getHeight() < LOW;
    double most = oneOfTwo ? HIGHEST_OF_TWO : low ? HIGHEST_IF_LOW : HIGHEST;
    return pieces.getChildren().isEmpty() ? 0 : Math.min(most, all + 1);
  }

  @Override
  protected void layoutChildren() {
    double high = line.prefHeight(-1);
    line.resizeRelocate(0, 0, getWidth(), high);
    some.resizeRelocate(0, high + BETWEEN, getWidth(), room(getWidth()));
  }

  private void changed(String text) {
    if (!showing) {
      typed.accept(text);
    }
  }

  /** The same tokens, written the other way. */
  private void turn() {
    boolean wanted = ids.isSelected();
    ids.setSelected(!wanted);
    tokens.map(all -> wanted ? TokenIds.typed(all.typedIds()) : all.text()).ifPresent(typed);
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      ended.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      field.setText(shown);
      ended.run();
      event.consume();
    }
  }

  /** Gives the keyboard to the text. */
  void edit() {
    field.requestFocus();
    field.selectAll();
  }
}
