package attentionscope.view.transport;

import atlantafx.base.controls.ProgressSliderSkin;
import attentionscope.view.Ride;
import attentionscope.view.Shown;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Slider;

/** How far it is; it can be dragged. */
final class Progress extends Slider {

  private boolean showing;

  Progress(IntConsumer dragged) {
    setSkin(new ProgressSliderSkin(this));
    getStyleClass().add("progress");
    setMinWidth(80);
    setMin(0);
    setBlockIncrement(1);
    setMajorTickUnit(1);
    setMinorTickCount(0);
    valueProperty()
        .addListener(
            (property, was, is) -> {
              int step = (int) Math.round(is.doubleValue());
              if (!showing && step != (int) Math.round(was.doubleValue())) {
                dragged.accept(step);
              }
            });
  }

  void show(Optional<Ride> ride, Shown shown) {
    showing = true;
    setDisable(ride.isEmpty());
    setMax(ride.map(one -> Math.max(1, one.count() - 1)).orElse(1));
    int at = ride.map(Ride::at).orElse(0);
    if ((int) Math.round(getValue()) != at || !isValueChanging()) {
      setValue(at);
    }
    setAccessibleText(shown.text("view.transport.progress"));
    showing = false;
  }
}
