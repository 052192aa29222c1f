package attentionscope.view.notice;

import attentionscope.figure.steps.HeadNodes;
import attentionscope.files.Problem;
import attentionscope.model.Recurrent;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.ModelCard;
import attentionscope.workspace.View;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Stands in the place of a view that has nothing to show of a model, and says why. */
public final class Absent extends VBox implements Part {

  /** What shows how something is computed. */
  private static final Set<View> COMPUTING =
      EnumSet.of(View.STEPS, View.PLANE, View.SHAPES, View.GENERATE, View.RECURRENT);

  /** What shows what was computed. */
  private static final Set<View> COMPUTED = EnumSet.of(View.ATTENTION, View.HEADS);

  /** What shows how one head is computed. */
  private static final Set<View> OF_A_HEAD = EnumSet.of(View.STEPS, View.SHAPES);

  private static final String UNROLLED = "view.absent.recurrent";

  private final Label title = new Label();
  private final Label why = new Label();
  private final Button instead = new Button();

  private final Consumer<Intent> intents;

  public Absent(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("absent");
    setAlignment(Pos.CENTER);
    title.getStyleClass().add("absent-title");
    title.setWrapText(true);
    why.getStyleClass().add("quiet");
    why.setWrapText(true);
    why.setMaxWidth(560);
    why.setTextAlignment(TextAlignment.CENTER);
    instead.getStyleClass().add("primary");
    getChildren().addAll(title, why, instead);
  }

  /** What shows nothing but the matrix or the head that is looked at. */
  private static final Set<View> ONE =
      EnumSet.of(View.ATTENTION, View.STEPS, View.PLANE, View.SHAPES);

  /** The key of why the view that is open has nothing to show; empty where it has something. */
  public static Optional<String> reason(Shown shown) {
    View view = shown.workspace().view();
    ModelCard.Kind kind = shown.opened().card().kind();
    boolean computing = COMPUTING.contains(view);
    if (kind == ModelCard.Kind.TENSORS && (computing || COMPUTED.contains(view))) {
      return Optional.of("view.absent.tensors");
    }
    if (kind == ModelCard.Kind.DUMP && computing) {
      return Optional.of("view.absent.dump");
    }
    if (isYetToCome(shown)) {
      return Optional.of("view.absent.yet");
    }
    return isUnrolledInstead(shown) ? Optional.of(UNROLLED) : Optional.empty();
  }

  /** Whether a model goes step by step, and no product of queries and keys is to be followed. */
  private static boolean isUnrolledInstead(Shown shown) {
    if (!OF_A_HEAD.contains(shown.workspace().view())
        || !(shown.opened().model() instanceof Recurrent)) {
      return false;
    }
    Optional<FocusedHead> head = FocusedHead.of(shown.trace(), shown.workspace().focus());
    try {
      return head.isEmpty() || HeadNodes.of(shown.trace(), head.get().id()).queries() == 0;
    } catch (Problem otherwise) {
      // its scores are no such product
      return true;
    }
  }

  private static boolean isYetToCome(Shown shown) {
    View view = shown.workspace().view();
    boolean known =
        shown
            .workspace()
            .focus()
            .map(focus -> shown.trace().find(focus.id()).isPresent())
            .orElse(true);
    return !shown.trace().isWhole() && (view == View.GENERATE || (ONE.contains(view) && !known));
  }

  @Override
  public void show(Shown shown) {
    reason(shown)
        .ifPresent(
            key -> {
              title.setText(shown.text(key));
              why.setText(why(shown));
              boolean unrolled = key.equals(UNROLLED);
              View other = unrolled ? View.RECURRENT : View.MODEL;
              instead.setText(
                  shown.text(unrolled ? "view.absent.recurrent.instead" : "view.absent.model"));
              instead.setOnAction(event -> intents.accept(new Intent.Open(other)));
            });
  }

  private static String why(Shown shown) {
    if (isYetToCome(shown)) {
      return shown.text("view.absent.so-far", shown.trace().nodes().getLast().id());
    }
    if (isUnrolledInstead(shown)) {
      return shown.text("view.absent.recurrent.why");
    }
    ModelCard card = shown.opened().card();
    return card.kind() == ModelCard.Kind.DUMP || card.missing().isEmpty()
        ? shown.text("view.absent.recorded")
        : shown.texts().say(card.missing().getFirst());
  }

  /** What gets the keyboard. */
  public Node first() {
    return instead;
  }
}
