package attentionscope.view.positions;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.view.StopSlider;
import attentionscope.view.Stops;
import attentionscope.workspace.PositionLab;
import attentionscope.workspace.PositionLab.Encoding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The encodings to choose from, and the settings that the chosen one has. */
@BuildsKeys({"view.positions.encoding.", "view.positions.about."})
final class Settings extends VBox implements Part {

  private static final Stops WIDTHS =
      Stops.all(1, 33).with(48, 63, 64, 65, 96, 127, 128, 192, 256, 384, 511, 512);
  private static final Stops LENGTHS =
      Stops.all(2, 24).with(28, 32, 40, 48, 56, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512);
  private static final Stops BASES =
      new Stops(
          List.of(
              2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 10_000, 20_000,
              50_000, 100_000, 200_000, 500_000, 1_000_000));

  private final Consumer<Intent> intents;
  private final FlowPane encodings = new FlowPane();
  private final Map<Encoding, ToggleButton> buttons = new EnumMap<>(Encoding.class);
  private final StopSlider width = slider(value -> lab -> lab.withWidth(value));
  private final StopSlider length = slider(value -> lab -> lab.withLength(value));
  private final StopSlider base = slider(value -> lab -> lab.withBase(value));
  private final StopSlider position = slider(value -> lab -> lab.withPosition(value));
  private final StopSlider shift = slider(value -> lab -> lab.withShift(value));
  private PositionLab now = PositionLab.PLAIN;

  Settings(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("settings");
    encodings.getStyleClass().add("encodings");
    for (Encoding encoding : Encoding.values()) {
      ToggleButton button = new ToggleButton();
      button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
      button.setTooltip(new Tooltip());
      button.setOnAction(
          event -> {
            button.setSelected(!button.isSelected());
            study(now.withEncoding(encoding));
          });
      buttons.put(encoding, button);
      encodings.getChildren().add(button);
    }
    FlowPane sliders = new FlowPane(width, length, base, position, shift);
    sliders.getStyleClass().add("sliders");
    getChildren().addAll(encodings, sliders);
  }

  /** A slider that changes one thing of the settings as they are then. */
  private StopSlider slider(Function<Integer, Function<PositionLab, PositionLab>> change) {
    return new StopSlider(value -> study(change.apply(value).apply(now)));
  }

  private void study(PositionLab lab) {
    if (!lab.equals(now)) {
      intents.accept(new Intent.Study(lab));
    }
  }

  @Override
  public void show(Shown shown) {
    now = shown.workspace().lab();
    buttons.forEach(
        (encoding, button) -> {
          button.setText(shown.text("view.positions.encoding." + encoding.key()));
          button.getTooltip().setText(shown.text("view.positions.about." + encoding.key()));
          button.setSelected(encoding == now.encoding());
        });
    int words = shown.workspace().input().source().strip().split("\\s+").length;
    width.show(shown.text("view.positions.width"), WIDTHS, now.width(), whole(now.width()));
    // a sentence needs as many positions as it has words
    length.show(
        shown.text("view.positions.length"),
        LENGTHS.from(Math.max(PositionLab.SHORTEST, words)),
        now.length(),
        whole(now.length()));
    base.show(shown.text("view.positions.base"), BASES, now.base(), number(now.base()));
    position.show(
        shown.text("view.positions.position"),
        Stops.all(0, now.length() - 1),
        now.position(),
        whole(now.position()));
    shift.show(
        shown.text("view.positions.shift"),
        Stops.all(1, now.length() - 1),
        now.shift(),
        whole(now.shift()));
    boolean sines =
        now.encoding() == Encoding.SINUSOIDAL || now.encoding() == Encoding.CONCATENATED;
    boolean turned = now.encoding() == Encoding.ROTARY || now.encoding() == Encoding.ROTARY_HALVES;
    present(base, sines || turned);
    present(shift, sines);
    present(position, now.encoding() != Encoding.NONE);
  }

  private static void present(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private static String whole(int number) {
    return Numbers.whole(number);
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Numbers.whole((long) number) : Numbers.prose(number);
  }

  ToggleButton button(Encoding encoding) {
    return Objects.requireNonNull(buttons.get(encoding));
  }

  Node encodings() {
    return encodings;
  }

  StopSlider width() {
    return width;
  }

  StopSlider length() {
    return length;
  }

  StopSlider base() {
    return base;
  }

  StopSlider position() {
    return position;
  }

  StopSlider shift() {
    return shift;
  }
}
