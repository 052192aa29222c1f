package attentionscope.view.inspector;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.model.generation.NextToken;
import attentionscope.model.generation.Stage;
import attentionscope.trace.CellRef;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.View;
import attentionscope.workspace.Writing;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** What becomes of a token's probability on the way to the choice of the next one. */
@BuildsKeys("figure.generate.stage.")
final class ChoiceSection {

  private final Shown shown;
  private final CellRef ref;
  private final Consumer<Intent> intents;

  ChoiceSection(Shown shown, CellRef ref, Consumer<Intent> intents) {
    this.shown = shown;
    this.ref = ref;
    this.intents = intents;
  }

  /** Empty where the cell is no token that may come next. */
  Optional<Section> section() {
    return shown
        .outlook()
        .filter(outlook -> shown.workspace().view() == View.GENERATE)
        .filter(outlook -> outlook.holds(ref) && outlook.ended().isEmpty())
        .map(this::section);
  }

  private Section section(Outlook outlook) {
    NextToken next = outlook.next();
    int token = ref.column();
    GridPane lines = new GridPane();
    lines.getStyleClass().add("operands");
    line(lines, shown.text("view.inspector.choice.logit"), next.first().score(token));
    for (Stage stage : next.stages()) {
      String key = stage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      String name = shown.text("figure.generate.stage." + key);
      if (stage.isLeftOut(token)) {
        line(lines, name, shown.text("view.inspector.choice.cut"));
      } else {
        line(lines, name, stage.share(token));
      }
    }
    Section section = new Section(shown.text("view.inspector.choice"), lines);
    next.drawn()
        .ifPresent(
            drawn ->
                section
                    .getChildren()
                    .add(
                        quiet(
                            shown.text(
                                "view.inspector.choice.drawn",
                                Numbers.fixed(drawn, 4),
                                Numbers.whole(shown.workspace().writing().seed())))));
    section.getChildren().add(quiet(outcome(outlook, token)));
    if (shown.workspace().writing().way() != Writing.Way.BEAM) {
      Button write = new Button(shown.text("view.generate.take"));
      write.getStyleClass().add("small");
      write.setOnAction(event -> intents.accept(new Intent.Write(token)));
      section.getChildren().add(write);
    }
    return section;
  }

  private String outcome(Outlook outlook, int token) {
    NextToken next = outlook.next();
    boolean chosen = next.token() == token;
    if (next.drawn().isEmpty()) {
      return chosen
          ? shown.text("view.inspector.choice.highest")
          : shown.text("view.inspector.choice.not-highest", outlook.label(next.token()));
    }
    double from = next.last().from(token);
    return chosen
        ? shown.text(
            "view.inspector.choice.falls",
            Numbers.fixed(from, 3),
            Numbers.fixed(from + next.last().share(token), 3))
        : shown.text("view.inspector.choice.elsewhere", outlook.label(next.token()));
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("quiet");
    label.setWrapText(true);
    return label;
  }

  private static void line(GridPane lines, String name, double value) {
    line(lines, name, Numbers.prose(value));
  }

  private static void line(GridPane lines, String name, String value) {
    Label number = new Label(value);
    number.getStyleClass().add("mono");
    lines.addRow(lines.getRowCount(), quiet(name), number);
  }
}
