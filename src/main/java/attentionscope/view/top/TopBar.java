package attentionscope.view.top;

import attentionscope.view.Choice;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top of the window. */
public final class TopBar extends HBox implements Part {

  private final Consumer<Intent> intents;
  private static final double NARROW = 1160;

  private static final double BRAND = 24;

  private final Label brand;
  private final Breadcrumb breadcrumb;
  private final Button goTo = Icons.on(new Button(), Feather.SEARCH);
  private final String goToKey;
  private final Choice<String> languages;
  private final Button theme = Icons.only(new Button(), Feather.MOON);
  private final MenuButton menu;
  private String goToText = "";

  /**
   * @param menu the window's commands
   * @param onGoTo opens the search for everything
   * @param goToKey how its key is written here
   */
  public TopBar(Consumer<Intent> intents, MenuButton menu, Runnable onGoTo, String goToKey) {
    this.intents = intents;
    this.menu = menu;
    this.goToKey = goToKey;
    breadcrumb = new Breadcrumb(intents);
    languages = new Choice<>(code -> intents.accept(new Intent.Speak(code)));
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);

    brand = new Label("Attention Scope", new FontIcon(Feather.APERTURE));
    brand.getStyleClass().add("brand");
    brand.setMinWidth(Region.USE_PREF_SIZE);
    // with its words and without, its sign stands at the same height
    brand.setMinHeight(BRAND);
    brand.setPrefHeight(BRAND);
    brand.setMaxHeight(BRAND);
    HBox.setHgrow(breadcrumb, Priority.ALWAYS);
    goTo.getStyleClass().add("go-to");
    goTo.setOnAction(event -> onGoTo.run());
    Icons.only(menu, Feather.MENU);
    menu.getStyleClass().add("no-arrow");
    goTo.setMinWidth(Region.USE_PREF_SIZE);
    widthProperty().addListener((property, was, is) -> fit(is.doubleValue()));
    getChildren().addAll(brand, breadcrumb, goTo, languages, theme, menu);
  }

  /** Where there is little room, the path is what counts. */
  private void fit(double width) {
    boolean narrow = width < NARROW;
    brand.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    goTo.setText(narrow ? goToKey : goToText + "   " + goToKey);
  }

  @Override
  public void show(Shown shown) {
    breadcrumb.show(shown);
    goToText = shown.text("view.top.go-to");
    goTo.setAccessibleText(goToText);
    fit(getWidth());
    languages.show(
        shown.languages().stream()
            .map(language -> new Choice.Option<>(language.code(), language.ownName()))
            .toList(),
        Optional.of(shown.texts().language().code()));
    boolean dark = shown.theme() == Theme.DARK;
    Icons.only(theme, dark ? Feather.SUN : Feather.MOON);
    Icons.name(theme, shown.text(dark ? "view.top.light" : "view.top.dark"));
    theme.setOnAction(event -> intents.accept(new Intent.Wear(shown.theme().other())));
    Icons.name(menu, shown.text("view.top.menu"));
  }
}
