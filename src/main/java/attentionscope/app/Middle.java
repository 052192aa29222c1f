package attentionscope.app;

import attentionscope.figure.Target;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.view.CellChanges;
import attentionscope.view.MiddleView;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.view.changes.ChangesBar;
import attentionscope.view.notice.Absent;
import attentionscope.view.notice.Notice;
import attentionscope.view.tokens.TokenBar;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The middle of the window: what went wrong, the tokens, the view, and a line about the pointer.
 */
final class Middle extends VBox implements Part {

  private final List<MiddleView> views;
  private final Notice notice;
  private final TokenBar tokens;
  private final ChangesBar changes;
  private final Header header;
  private final Label readout = new Label();
  private final Absent absent;
  private Optional<MiddleView> current = Optional.empty();
  private boolean isAbsent;
  private Optional<Shown> last = Optional.empty();
  private String hint = "";

  Middle(
      List<MiddleView> views, Notice notice, Absent absent, TokenBar tokens, ChangesBar changes) {
    this.views = List.copyOf(views);
    this.notice = notice;
    this.absent = absent;
    this.tokens = tokens;
    this.changes = changes;
    this.header = new Header(tokens);
    getStyleClass().add("middle");
    readout.getStyleClass().add("readout");
    setMinWidth(0);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
  }

  @Override
  public void show(Shown shown) {
    notice.show(shown);
    tokens.show(shown);
    boolean picture = shown.workspace().view() != View.LESSONS;
    header.setVisible(picture);
    header.setManaged(picture);
    readout.setVisible(picture);
    readout.setManaged(picture);
    MiddleView view = view(shown.workspace().view());
    boolean nothing = Absent.reason(shown).isPresent();
    if (!current.equals(Optional.of(view)) || isAbsent != nothing) {
      current = Optional.of(view);
      isAbsent = nothing;
      Node body = nothing ? absent : view.node();
      VBox.setVgrow(body, Priority.ALWAYS);
      header.beside(nothing ? Optional.empty() : view.controls());
      getChildren().setAll(notice, header, changes, body, readout);
    }
    if (nothing) {
      absent.show(shown);
    } else {
      view.show(shown);
    }
    hint = nothing ? "" : shown.text(onMask(shown) ? "view.readout.mask" : view.hint());
    readout.setText(hint);
    last = Optional.of(shown);
    if (!view.held()) {
      changes.show(shown);
    }
  }

  /** What was put off while something was held. */
  private void released() {
    last.ifPresent(changes::show);
  }

  private static boolean onMask(Shown shown) {
    return shown.workspace().view() == View.ATTENTION
        && shown.workspace().focus().filter(focus -> CellChanges.isMask(focus.id())).isPresent();
  }

  /** The view asked for. A workspace may name one that this window does not have. */
  private MiddleView view(View wanted) {
    return views.stream()
        .filter(one -> one.view() == wanted)
        .findFirst()
        .or(() -> views.stream().filter(one -> one.view() == View.ATTENTION).findFirst())
        .orElseThrow();
  }

  /** How wide the view has to be to be good. */
  double wants() {
    return current.map(MiddleView::wants).orElse(0.0);
  }

  /** A part of the view's figure that is no matrix was pressed. */
  void pressed(Target.Control control) {
    current.ifPresent(view -> view.pressed(control));
  }

  /** Says what the pointer is over; the hint, where it is over nothing. */
  void readOut(Optional<String> reading) {
    readout.setText(reading.orElse(hint));
  }

  void point(List<Region> regions) {
    current.ifPresent(view -> view.point(regions));
  }

  Optional<Node> find(Control control) {
    return switch (control) {
      case SOURCE_TEXT -> Optional.of(tokens.row(false));
      case TARGET_TEXT -> Optional.of(tokens.row(true));
      default -> current.flatMap(view -> view.find(control));
    };
  }

  TokenBar tokens() {
    return tokens;
  }

  /** Gives the keyboard to the view. */
  void focusView() {
    current.ifPresent(view -> (isAbsent ? absent.first() : view.first()).requestFocus());
  }
}
