package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.model.generation.Stage;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import java.util.Locale;

/** What each stage of a choice is called, and what it does here. */
@BuildsKeys("figure.generate.stage.")
record StageTitles(Drawing drawing, Outlook outlook, Writing writing) {

  private static final Type TITLE = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final Type ABOUT = Type.ui(11);

  void draw(Stage stage, Rect column) {
    String key =
        "figure.generate.stage." + stage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String title = drawing.frame().text(key);
    String about = about(stage);
    double width = column.width();
    drawing.text(
        column.x(),
        column.y() + 13,
        drawing.measure().shortened(title, TITLE, width),
        TITLE,
        Ink.TEXT,
        Align.START);
    drawing.text(
        column.x(),
        column.y() + 28,
        drawing.measure().shortened(about, ABOUT, width),
        ABOUT,
        Ink.SOFT,
        Align.START);
    drawing.say(
        drawing
            .frame()
            .text(
                "figure.generate.reading.stage",
                title,
                about,
                outlook.label(outlook.next().token()),
                Numbers.cell(stage.share(outlook.next().token()))));
  }

  private String about(Stage stage) {
    return switch (stage.kind()) {
      case MODEL -> drawing.frame().text("figure.generate.about.model");
      case ALLOWED ->
          drawing
              .frame()
              .text("figure.generate.about.allowed", Numbers.grouped(stage.size() - stage.left()));
      case TEMPERATURE -> {
        double t = writing.temperature();
        yield drawing
            .frame()
            .text(
                t < 1
                    ? "figure.generate.about.sharper"
                    : t > 1 ? "figure.generate.about.flatter" : "figure.generate.about.same",
                Numbers.fixed(t, 2));
      }
      case TOP_K ->
          writing.topK() == 0
              ? drawing.frame().text("figure.generate.about.all")
              : drawing.frame().text("figure.generate.about.likeliest", stage.left());
      case TOP_P ->
          writing.topP() == 1
              ? drawing.frame().text("figure.generate.about.all")
              : drawing
                  .frame()
                  .text("figure.generate.about.until", Numbers.fixed(writing.topP(), 2));
    };
  }
}
