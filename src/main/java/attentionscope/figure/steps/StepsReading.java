package attentionscope.figure.steps;

import attentionscope.figure.Drawing;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.language.Texts;
import attentionscope.trace.Node;

/** Says a moment in words. */
@attentionscope.language.BuildsKeys("figure.steps.stage.")
final class StepsReading {

  private StepsReading() {}

  static void say(Drawing drawing, StepsTimeline timeline, Moment moment, Card.Content content) {
    Texts texts = drawing.frame().texts();
    HeadNodes head = timeline.head();
    drawing.say(texts.get("figure.steps.title", head.id()));
    drawing.say(
        texts.get(
            "figure.steps.moment", moment.index(), timeline.size() - 1, stage(texts, moment)));
    drawing.say(content.sentence());
    Node scores = head.scores();
    drawing.say(
        texts.get(
            "figure.steps.axes",
            AxisNames.of(scores.rows(), scores.columns(), texts),
            AxisNames.of(scores.columns(), scores.rows(), texts)));
    for (Stage stage : new Stage[] {Stage.SCALE, Stage.MASK}) {
      if (!head.active(stage)) {
        drawing.say(texts.get("figure.steps.off", texts.get("figure.steps.stage." + stage.key())));
      }
    }
  }

  private static String stage(Texts texts, Moment moment) {
    return moment
        .step()
        .stage()
        .map(stage -> texts.get("figure.steps.stage." + stage.key()))
        .orElseGet(
            () ->
                texts.get(
                    moment.step() == Step.START ? "figure.steps.start" : "figure.steps.done"));
  }
}
