package attentionscope.view.lessons;

import attentionscope.figure.Target;
import attentionscope.language.Texts;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.view.Intent;
import attentionscope.view.LessonCard;
import attentionscope.view.MiddleView;
import attentionscope.view.Shown;
import attentionscope.workspace.Place;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A card for each lesson. */
public final class LessonsView extends ScrollPane implements MiddleView {

  /** What the cards were made of; while it stays the same, so do they, and keep the keyboard. */
  private record Made(List<LessonCard> lessons, Optional<Place> place, Texts texts) {}

  private final Consumer<Intent> intents;
  private final Label title = new Label();
  private final Label count = new Label();
  private final FlowPane cards = new FlowPane();
  private Optional<Made> made = Optional.empty();

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
    Optional<Place> place = shown.workspace().place();
    Made now = new Made(shown.lessons(), place, shown.texts());
    if (!made.equals(Optional.of(now))) {
      made = Optional.of(now);
      cards.getChildren().setAll(shown.lessons().stream().map(card -> card(card, shown)).toList());
    }
  }

  private Card card(LessonCard lesson, Shown shown) {
    Optional<Integer> step =
        shown
            .workspace()
            .place()
            .filter(place -> place.lesson().equals(lesson.id()))
            .map(Place::step);
    return new Card(lesson, step, shown, intents);
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
