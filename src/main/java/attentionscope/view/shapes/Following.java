package attentionscope.view.shapes;

import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.view.AttentionKinds;
import attentionscope.view.Choice;
import attentionscope.view.Flowing;
import attentionscope.view.FocusedHead;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Which attention is shown, which head is followed, and whether sizes can be changed. */
final class Following extends Flowing {

  /** More heads than these are a list to open, not buttons side by side. */
  private static final int FEW = 8;

  private final AttentionKinds kinds;
  private final Label name = new Label();
  private final Choice<Integer> few;
  private final ComboBox<Integer> many = new ComboBox<>();
  private final ToggleButton sizes = Icons.on(new ToggleButton(), Feather.SLIDERS);
  private final Consumer<Intent> intents;
  private Optional<FocusedHead> now = Optional.empty();
  private boolean showing;

  /**
   * @param opens shows the sizes, or hides them
   */
  Following(Consumer<Intent> intents, Consumer<Boolean> opens) {
    this.intents = intents;
    kinds = new AttentionKinds(intents);
    few = new Choice<>(this::follow);
    getStyleClass().addAll("knobs", "flowing");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("quiet");
    name.setMinWidth(USE_PREF_SIZE);
    many.valueProperty()
        .addListener(
            (property, was, is) -> {
              if (!showing && is != null) {
                follow(is);
              }
            });
    sizes.setMinWidth(USE_PREF_SIZE);
    sizes.selectedProperty().addListener((property, was, is) -> opens.accept(is));
    HBox heads = new HBox(name, few, many);
    heads.getStyleClass().add("named");
    heads.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(kinds.node(), heads, sizes);
  }

  void show(Shown shown, Optional<FocusedHead> followed) {
    showing = true;
    now = followed;
    kinds.show(shown);
    name.setText(shown.text("view.shapes.follow"));
    sizes.setText(shown.text("view.shapes.sizes"));
    int heads = followed.map(head -> head.site().heads()).orElse(0);
    List<Integer> all = IntStream.range(0, heads).boxed().toList();
    boolean list = heads > FEW;
    few.show(
        list
            ? List.of()
            : all.stream()
                .map(
                    head ->
                        new Choice.Option<>(
                            head, Integer.toString(head), shown.text("view.shapes.head", head)))
                .toList(),
        followed.map(FocusedHead::head));
    show(few, heads > 1 && !list);
    if (!many.getItems().equals(all)) {
      many.getItems().setAll(all);
    }
    followed.ifPresent(head -> many.setValue(head.head()));
    many.setAccessibleText(name.getText());
    show(many, list);
    show(name, heads > 1);
    showing = false;
  }

  private static void show(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private void follow(int head) {
    now.ifPresent(
        one ->
            intents.accept(new Intent.Focus(Region.all(one.site().head(head).child("weights")))));
  }

  ToggleButton sizes() {
    return sizes;
  }

  /** The control of it that lessons call by this name. */
  Optional<Node> find(Control control) {
    return switch (control) {
      case KIND -> kinds.found();
      case FOLLOWED -> Stream.<Node>of(few, many).filter(Node::isVisible).findFirst();
      case SIZES -> Optional.of(sizes);
      default -> Optional.empty();
    };
  }
}
