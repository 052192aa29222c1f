package attentionscope.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** A setting: its name, its number, and a slider with stops. It shows what it is told to show. */
public final class StopSlider extends HBox {

  private final Label name = new Label();
  private final Label number = new Label();
  private final Slider slider = new Slider();
  private final IntConsumer chosen;
  private Stops stops = new Stops(List.of(0));
  private boolean showing;

  public StopSlider(IntConsumer chosen) {
    this.chosen = chosen;
    getStyleClass().add("setting");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("quiet");
    name.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(slider);
    number.getStyleClass().add("setting-number");
    number.setMinWidth(USE_PREF_SIZE);
    slider.getStyleClass().add(Styles.SMALL);
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setMinWidth(0);
    slider.valueProperty().addListener((property, was, is) -> moved(is.doubleValue()));
    getChildren().addAll(name, number, slider);
  }

  /**
   * @param says what the setting is called
   * @param value where it stands, which need not be one of the stops
   * @param written the same as it is written
   */
  public void show(String says, Stops now, double value, String written) {
    showing = true;
    stops = now;
    name.setText(says);
    number.setText(written);
    slider.setAccessibleText(says + " " + written);
    slider.setMax(Math.max(1, stops.last()));
    slider.setDisable(stops.last() == 0);
    int place = stops.nearest(value);
    // while it is dragged it stands where the pointer is
    if (Math.round(slider.getValue()) != place) {
      slider.setValue(place);
    }
    showing = false;
  }

  private void moved(double place) {
    if (!showing) {
      chosen.accept(stops.at(place));
    }
  }

  public Slider slider() {
    return slider;
  }
}
