package attentionscope.view.inspector;

import attentionscope.figure.paint.Formulas;
import attentionscope.language.Texts;
import attentionscope.model.generation.NextToken;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Whatever is selected: name, value, formula, where it came from and where it goes. */
final class Explanation extends ScrollPane {

  private final Formulas formulas;
  private final Origins.Follow follow;
  private final Consumer<Intent> intents;

  /** What the sections were made of; while it stays the same, so do they. */
  private record Made(
      Optional<Region> focus, Trace trace, Texts texts, boolean all, Optional<NextToken> next) {}

  private Optional<Made> made = Optional.empty();
  private boolean all;

  /**
   * @param point outlines cells that the pointer is over here
   */
  Explanation(Formulas formulas, Consumer<Intent> intents, Consumer<List<Region>> point) {
    this.formulas = formulas;
    this.intents = intents;
    follow =
        new Origins.Follow() {
          @Override
          public void over(List<Region> regions) {
            point.accept(regions);
          }

          @Override
          public void to(Region region) {
            intents.accept(new Intent.Focus(region));
          }
        };
    getStyleClass().add("panel");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(0);
  }

  /** How tall it has to be to say everything without scrolling. */
  double wants(double width) {
    return getContent() == null ? 0 : getContent().prefHeight(width) + 2;
  }

  /** What gets the keyboard when somebody wants an explanation. */
  Optional<javafx.scene.Node> first() {
    return Optional.ofNullable(lookup(".hyperlink"));
  }

  /** Where a cell gets another value, while one is selected. */
  Optional<javafx.scene.Node> whatIf() {
    return Optional.ofNullable(lookup(".what-if .text-field"));
  }

  void show(Shown shown) {
    setAccessibleText(shown.text("view.inspector.role"));
    Optional<Region> focus = shown.workspace().focus();
    boolean otherFocus = made.isEmpty() || !made.get().focus().equals(focus);
    all &= !otherFocus;
    Optional<NextToken> next =
        shown
            .outlook()
            .filter(outlook -> shown.workspace().view() == View.GENERATE)
            .map(Outlook::next);
    Made now = new Made(focus, shown.trace(), shown.texts(), all, next);
    if (made.equals(Optional.of(now))) {
      return;
    }
    made = Optional.of(now);
    Optional<javafx.scene.Node> held = held();
    setContent(content(shown));
    held.ifPresent(
        node ->
            (node instanceof TextField ? whatIf() : first())
                .ifPresent(javafx.scene.Node::requestFocus));
    // made in the middle of a layout, it would not be styled before something else changes
    applyCss();
    if (otherFocus) {
      setVvalue(0);
    }
  }

  /** What has the keyboard, if it is something in here. */
  private Optional<javafx.scene.Node> held() {
    return Optional.ofNullable(getScene())
        .map(Scene::getFocusOwner)
        .filter(
            owner ->
                Stream.iterate(owner, Objects::nonNull, Explanation::above).anyMatch(this::equals));
  }

  @SuppressWarnings("NullAway") // the root has no parent, and the stream ends there
  private static javafx.scene.Node above(javafx.scene.Node node) {
    return node.getParent();
  }

  private javafx.scene.Node content(Shown shown) {
    Optional<Region> focus = shown.workspace().focus();
    Optional<Node> node = focus.flatMap(region -> shown.trace().find(region.id()));
    if (focus.isEmpty() || node.isEmpty()) {
      return empty(shown);
    }
    Optional<CellRef> cell =
        focus.get().asCell().filter(ref -> node.get().has(ref.row(), ref.column()));
    Origins origins = new Origins(shown, follow);
    List<Section> sections =
        cell.map(
                ref ->
                    new CellSections(shown, node.get(), ref, formulas, origins, intents)
                        .all(all, () -> showAll(shown)))
            .orElseGet(
                () -> new MatrixSections(shown, node.get(), focus.get(), origins, intents).all());
    VBox pane = new VBox();
    pane.getStyleClass().add("inspector");
    pane.getChildren().addAll(sections);
    return pane;
  }

  private void showAll(Shown shown) {
    all = true;
    show(shown);
  }

  private static javafx.scene.Node empty(Shown shown) {
    Label hint = new Label(shown.text("view.inspector.empty"));
    hint.setWrapText(true);
    hint.getStyleClass().add("quiet");
    VBox pane = new VBox(hint);
    pane.getStyleClass().add("inspector");
    return pane;
  }
}
