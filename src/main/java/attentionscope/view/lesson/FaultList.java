package attentionscope.view.lesson;

import attentionscope.view.Shown;
import attentionscope.yaml.Fault;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is wrong with the files of a lesson that somebody edits while it is shown. */
final class FaultList extends VBox {

  private static final int MOST = 6;

  FaultList() {
    getStyleClass().add("lesson-faults");
  }

  void show(List<Fault> faults, Shown shown) {
    setVisible(!faults.isEmpty());
    setManaged(!faults.isEmpty());
    getChildren().clear();
    if (faults.isEmpty()) {
      return;
    }
    getChildren().add(line(shown.text("view.lesson.faults", faults.size()), "caption"));
    for (Fault fault : faults.subList(0, Math.min(MOST, faults.size()))) {
      String place = fault.file().getFileName() + ":" + fault.line();
      getChildren().addAll(line(place, "fault-place"), line(fault.message(shown.texts()), "fault"));
    }
    if (faults.size() > MOST) {
      getChildren().add(line(shown.text("view.lesson.faults-more", faults.size() - MOST), "quiet"));
    }
  }

  private static Label line(String text, String style) {
    Label line = new Label(text);
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.getStyleClass().add(style);
    return line;
  }
}
