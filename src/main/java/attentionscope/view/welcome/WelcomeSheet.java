package attentionscope.view.welcome;

import attentionscope.language.BuildsKeys;
import attentionscope.view.Choice;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for the language, in all of them, and says the three things that matter. */
@BuildsKeys({"view.welcome.key.", "view.welcome.does."})
public final class WelcomeSheet extends VBox implements Part {

  private static final List<String> HINTS = List.of("click", "step", "go-to");

  private final Label title = new Label();
  private final Label purpose = new Label();
  private final Choice<String> languages;
  private final GridPane hints = new GridPane();
  private final Button begin = new Button();

  /**
   * @param onBegin takes the sheet away
   */
  public WelcomeSheet(Consumer<Intent> intents, Runnable onBegin) {
    languages = new Choice<>(code -> intents.accept(new Intent.Speak(code)));
    languages.getStyleClass().add("welcome-languages");
    languages.setMaxWidth(USE_PREF_SIZE);
    getStyleClass().addAll("sheet", "welcome-sheet");
    title.getStyleClass().add("page-title");
    purpose.setWrapText(true);
    hints.getStyleClass().add("welcome-hints");
    begin.getStyleClass().add("primary");
    begin.setDefaultButton(true);
    begin.setOnAction(event -> onBegin.run());
    setAlignment(Pos.TOP_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(title, purpose, languages, hints, begin);
  }

  @Override
  public void show(Shown shown) {
    title.setText(shown.text("view.welcome.title"));
    purpose.setText(shown.text("view.welcome.purpose"));
    languages.show(
        shown.languages().stream()
            .map(language -> new Choice.Option<>(language.code(), language.ownName()))
            .toList(),
        Optional.of(shown.texts().language().code()));
    hints.getChildren().clear();
    for (int row = 0; row < HINTS.size(); row++) {
      Label key = new Label(shown.text("view.welcome.key." + HINTS.get(row)));
      key.getStyleClass().add("key");
      key.setMinWidth(USE_PREF_SIZE);
      Label does = new Label(shown.text("view.welcome.does." + HINTS.get(row)));
      does.setWrapText(true);
      hints.addRow(row, key, does);
    }
    begin.setText(shown.text("view.welcome.begin"));
  }

  /** What gets the keyboard first. */
  public Button beginButton() {
    return begin;
  }
}
