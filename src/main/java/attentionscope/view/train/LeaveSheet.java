package attentionscope.view.train;

import attentionscope.view.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether to leave although a model is learning, and says what becomes of it. */
public final class LeaveSheet extends VBox {

  private final Button stay = new Button();

  /**
   * @param onLeave leaves
   * @param onStay takes the sheet away
   */
  public LeaveSheet(Shown shown, Runnable onLeave, Runnable onStay) {
    getStyleClass().addAll("sheet", "welcome-sheet");
    Label title = new Label(shown.text("view.train.leave.title"));
    title.getStyleClass().add("page-title");
    Label says = new Label(shown.text("view.train.leave.kept"));
    says.setWrapText(true);
    stay.setText(shown.text("view.train.leave.stay"));
    stay.getStyleClass().add("primary");
    stay.setOnAction(event -> onStay.run());
    Button leave = new Button(shown.text("view.train.leave.go"));
    leave.setOnAction(event -> onLeave.run());
    HBox buttons = new HBox(stay, leave);
    buttons.getStyleClass().add("named");
    setAlignment(Pos.TOP_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(title, says, buttons);
  }

  /** What gets the keyboard first. */
  public Button stayButton() {
    return stay;
  }
}
