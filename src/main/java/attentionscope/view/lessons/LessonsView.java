package attentionscope.view.lessons;

import attentionscope.figure.Target;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.view.Intent;
import attentionscope.view.LessonCard;
import attentionscope.view.MiddleView;
import attentionscope.view.Shown;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A card for each lesson. */
public final class LessonsView extends ScrollPane implements MiddleView {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");

  private final Consumer<Intent> intents;
  private final Label title = new Label();
  private final Label count = new Label();
  private final FlowPane cards = new FlowPane();

  public LessonsView(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("lessons-view");
    title.getStyleClass().add("page-title");
    count.getStyleClass().add("quiet");
    cards.getStyleClass().add("lesson-cards");
    VBox page = new VBox(title, count, cards);
    page.getStyleClass().add("lessons-page");
    setContent(page);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  @Override
  public void show(Shown shown) {
    title.setText(shown.text("view.lessons.title"));
    count.setText(
        shown.lessons().isEmpty()
            ? shown.text("view.lessons.none")
            : shown.text("view.lessons.count", shown.lessons().size()));
    cards.getChildren().setAll(shown.lessons().stream().map(card -> card(card, shown)).toList());
  }

  private Button card(LessonCard lesson, Shown shown) {
    Optional<Integer> step =
        shown
            .workspace()
            .place()
            .filter(place -> place.lesson().equals(lesson.id()))
            .map(place -> place.step());
    boolean seen = lesson.visited() >= lesson.steps();
    Label number = new Label(number(lesson.id()));
    number.getStyleClass().add("lesson-number");
    Label name = new Label(lesson.title());
    name.getStyleClass().add("lesson-name");
    name.setWrapText(true);
    name.setAlignment(Pos.TOP_LEFT);
    VBox.setVgrow(name, Priority.ALWAYS);
    name.setMaxHeight(Double.MAX_VALUE);
    Label state = new Label(state(lesson, step, seen, shown));
    state.getStyleClass().add("lesson-state");
    VBox content = new VBox(number, name, state);
    content.getStyleClass().add("lesson-card-content");
    Button card = new Button();
    card.setGraphic(content);
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.getStyleClass().add("lesson-card");
    card.pseudoClassStateChanged(CURRENT, step.isPresent());
    card.pseudoClassStateChanged(SEEN, seen);
    card.setAccessibleText(number.getText() + " " + lesson.title() + ". " + state.getText());
    card.setOnAction(event -> intents.accept(new Intent.Visit(lesson.id(), step.orElse(0))));
    return card;
  }

  private static String state(
      LessonCard lesson, Optional<Integer> step, boolean seen, Shown shown) {
    if (step.isPresent()) {
      return shown.text("view.lessons.now", step.get() + 1, lesson.steps());
    }
    return seen
        ? shown.text("view.lessons.seen")
        : shown.text("view.lessons.length", lesson.minutes(), lesson.steps());
  }

  /** {@code 13-scaled-dot-product} is lesson 13. */
  private static String number(String id) {
    int dash = id.indexOf('-');
    return dash > 0 ? id.substring(0, dash) : "";
  }

  @Override
  public View view() {
    return View.LESSONS;
  }

  @Override
  public Ikon icon() {
    return Feather.BOOK_OPEN;
  }

  @Override
  public double wants() {
    return 400;
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public Optional<Node> controls() {
    return Optional.empty();
  }

  @Override
  public Node first() {
    return cards.getChildren().isEmpty() ? this : cards.getChildren().getFirst();
  }

  @Override
  public void point(List<Region> regions) {
    // no picture here
  }

  @Override
  public void pressed(Target.Control control) {
    // no figure here
  }

  @Override
  public Optional<Node> find(Control control) {
    return Optional.empty();
  }
}
