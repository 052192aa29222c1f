package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.model.generation.BeamPlan;
import attentionscope.model.generation.Hypothesis;
import attentionscope.model.generation.Hypothesis.Fate;
import attentionscope.model.generation.Searched;
import attentionscope.workspace.Beams;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a beam search compares, what its last step has done, and why it ended. */
@BuildsKeys("figure.generate.beam.length.")
record BeamTitle(Drawing drawing, Outlook outlook, Search search, int moment) {

  static final double HEIGHT = 42;
  private static final Type TITLE = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final Type ABOUT = Type.ui(12);

  void draw(Rect room) {
    String title =
        text(
            "figure.generate.beam.title",
            search.beams().width(),
            text("figure.generate.beam.length." + Beams.key(search.beams().length())),
            shortest(search.beams().lengthPenalty()));
    line(room, 13, title, TITLE, Ink.TEXT);
    boolean ended = moment == search.steps();
    line(room, 31, ended ? ended() : going(), ABOUT, ended ? Ink.ACCENT : Ink.SOFT);
  }

  private void line(Rect room, double down, String says, Type type, Ink ink) {
    String shown = drawing.measure().shortened(says, type, room.width());
    drawing.text(room.x(), room.y() + down, shown, type, ink, Align.START);
    drawing.say(says);
  }

  private String text(String key, Object... args) {
    return drawing.frame().text(key, args);
  }

  private static String shortest(double penalty) {
    return penalty == Math.rint(penalty)
        ? Numbers.whole((long) penalty)
        : Numbers.fixed(penalty, 1);
  }

  private String going() {
    if (moment == 0) {
      return text("figure.generate.beam.begin", search.beams().width());
    }
    Searched.Step step = BeamTree.last(search, moment);
    return text(
        "figure.generate.beam.step",
        moment - 1,
        count(step, Fate.ALIVE),
        count(step, Fate.DROPPED),
        step.finished().size());
  }

  private long count(Searched.Step step, Fate fate) {
    List<Hypothesis> tree = search.found().tree();
    return step.candidates().stream().filter(number -> tree.get(number).fate() == fate).count();
  }

  /** The best, and why nothing was sought any more. */
  private String ended() {
    Searched found = search.found();
    Searched.Answer best = found.answers().getFirst();
    String said =
        found.written(best.hypothesis()).stream()
            .map(outlook::label)
            .map(TokenNames::shown)
            .collect(Collectors.joining(" "));
    List<String> says = new ArrayList<>();
    says.add(text("figure.generate.beam.best", said, Numbers.prose(best.score())));
    says.add(why());
    return String.join("   ", says);
  }

  private String why() {
    Searched.Step last = search.found().steps().getLast();
    if (!last.settled()) {
      return text("figure.generate.beam.why.length", search.steps());
    }
    if (count(last, Fate.ALIVE) == 0) {
      return text("figure.generate.beam.why.none");
    }
    if (search.beams().stopping() == BeamPlan.Stopping.EARLY) {
      return text("figure.generate.beam.why.early", last.finished().size());
    }
    int worst = last.finished().getLast();
    return text(
        "figure.generate.beam.why.settled",
        Numbers.prose(last.attainable()),
        Numbers.prose(search.found().tree().get(worst).normalized()));
  }
}
