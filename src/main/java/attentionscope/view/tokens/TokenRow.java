package attentionscope.view.tokens;

import attentionscope.view.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * A text as a row of words. A space splits a word in two, Backspace at its start joins it to the
 * one before, Enter ends typing and Escape takes it back.
 */
final class TokenRow extends HBox {

  private final Label name = new Label();
  private final FlowPane chips = new Chips();
  private final Button add = Icons.only(new Button(), Feather.PLUS);
  private final Consumer<String> typed;
  private final Runnable ended;

  private String shown = "";
  private String chipName = "";
  private boolean filling;

  /**
   * @param typed told the whole text at each change
   * @param ended called when typing ends
   */
  TokenRow(Consumer<String> typed, Runnable ended) {
    this.typed = typed;
    this.ended = ended;
    getStyleClass().add("token-row");
    name.getStyleClass().add("caption");
    name.setMinWidth(USE_PREF_SIZE);
    chips.getStyleClass().add("token-chips");
    chips.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(chips, Priority.ALWAYS);
    add.getStyleClass().add("token-add");
    add.setOnAction(event -> insert(words().size(), "").requestFocus());
    getChildren().addAll(name, chips);
  }

  /** Says what the row holds, and names its parts for those who hear them. */
  void say(String rowName, String wordName, String addName) {
    name.setText(rowName);
    chipName = wordName;
    chips().forEach(chip -> chip.setAccessibleText(chipName));
    Icons.name(add, addName);
  }

  /**
   * Shows a text. Words that already stand there stay, and keep the keyboard.
   *
   * @param marked places of the words that are spoken of
   * @param unknown words that the model does not know
   */
  void show(String text, Set<Integer> marked, Set<String> unknown) {
    shown = text;
    if (!words(text).equals(words()) || chips().isEmpty()) {
      fill(words(text), -1, 0);
    }
    List<TokenChip> all = chips();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).mark(marked.contains(i), unknown.contains(all.get(i).getText()));
    }
  }

  /**
   * Shows what the model has written itself, behind what was typed.
   *
   * @param tokens what the last of them are called
   * @param counted says how many come before these; empty where none do
   * @param marked which of these are spoken of
   */
  void showWritten(List<String> tokens, String counted, String name, IntPredicate marked) {
    chips.getChildren().removeIf(WrittenChip.class::isInstance);
    if (!counted.isEmpty()) {
      chips.getChildren().add(new WrittenChip(counted, name, false));
    }
    for (int i = 0; i < tokens.size(); i++) {
      chips.getChildren().add(new WrittenChip(tokens.get(i), name, marked.test(i)));
    }
  }

  private void fill(List<String> words, int focused, int caret) {
    filling = true;
    List<Node> nodes = new ArrayList<>();
    for (String word : words.isEmpty() ? List.of("") : words) {
      nodes.add(chip(word));
    }
    nodes.add(add);
    chips.getChildren().setAll(nodes);
    filling = false;
    if (focused >= 0) {
      TokenChip chip = chips().get(Math.min(focused, chips().size() - 1));
      chip.requestFocus();
      chip.positionCaret(caret);
    }
  }

  private TokenChip chip(String word) {
    TokenChip chip = new TokenChip(word);
    chip.setAccessibleText(chipName);
    chip.textProperty().addListener((property, was, is) -> changed(chip));
    chip.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(chip, event));
    chip.focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is && chip.getText().isEmpty() && chips().size() > 1) {
                chips.getChildren().remove(chip);
              }
            });
    return chip;
  }

  private TokenChip insert(int index, String word) {
    TokenChip chip = chip(word);
    chips.getChildren().add(Math.min(index, chips().size()), chip);
    return chip;
  }

  private void changed(TokenChip chip) {
    if (filling) {
      return;
    }
    if (chip.getText().matches("(?s).*\\s.*")) {
      split(chip);
    }
    typed.accept(String.join(" ", words()));
  }

  /** A space was typed, or several words were pasted. */
  private void split(TokenChip chip) {
    int index = chips().indexOf(chip);
    List<String> before = new ArrayList<>();
    chips().subList(0, index).forEach(one -> before.add(one.getText()));
    List<String> parts = new ArrayList<>(List.of(chip.getText().split("\\s+", -1)));
    List<String> all = new ArrayList<>(before);
    all.addAll(parts);
    chips().subList(index + 1, chips().size()).forEach(one -> all.add(one.getText()));
    fill(all, index + parts.size() - 1, 0);
  }

  private void keyPressed(TokenChip chip, KeyEvent event) {
    int index = chips().indexOf(chip);
    boolean atStart = chip.getCaretPosition() == 0 && chip.getSelection().getLength() == 0;
    boolean atEnd = chip.getCaretPosition() == chip.getLength();
    switch (event.getCode()) {
      case BACK_SPACE -> {
        if (atStart && index > 0) {
          join(index - 1);
          event.consume();
        }
      }
      case LEFT -> {
        if (atStart && index > 0) {
          chips().get(index - 1).requestFocus();
          chips().get(index - 1).end();
          event.consume();
        }
      }
      case RIGHT -> {
        if (atEnd && index + 1 < chips().size()) {
          chips().get(index + 1).requestFocus();
          chips().get(index + 1).home();
          event.consume();
        }
      }
      case ENTER -> {
        ended.run();
        event.consume();
      }
      case ESCAPE -> {
        fill(words(shown), -1, 0);
        typed.accept(shown);
        ended.run();
        event.consume();
      }
      default -> {}
    }
  }

  private void join(int index) {
    List<String> all =
        chips().stream().map(TokenChip::getText).collect(Collectors.toCollection(ArrayList::new));
    String left = all.get(index);
    all.set(index, left + all.remove(index + 1));
    fill(all, index, left.length());
    typed.accept(String.join(" ", words()));
  }

  /** As wide as its chips in one line, where there is room. */
  private static final class Chips extends FlowPane {
    @Override
    protected double computePrefWidth(double height) {
      double width = 0;
      for (Node chip : getManagedChildren()) {
        width += snapSizeX(chip.prefWidth(-1)) + getHgap();
      }
      return width + snappedLeftInset() + snappedRightInset();
    }
  }

  private List<TokenChip> chips() {
    return chips.getChildren().stream()
        .filter(TokenChip.class::isInstance)
        .map(TokenChip.class::cast)
        .toList();
  }

  private List<String> words() {
    return chips().stream().map(TokenChip::getText).filter(word -> !word.isBlank()).toList();
  }

  /** Gives the keyboard to the first word. */
  void edit() {
    chips().getFirst().requestFocus();
    chips().getFirst().selectAll();
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
