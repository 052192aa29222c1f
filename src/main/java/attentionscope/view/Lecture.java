package attentionscope.view;

import attentionscope.lesson.Player;
import attentionscope.lesson.Spoken;
import attentionscope.lesson.question.CellQuestion;
import attentionscope.trace.CellRef;
import attentionscope.yaml.Fault;
import java.util.List;
import java.util.Optional;

/**
 * A step of a lesson as it is told over the run on screen.
 *
 * @param player where the lesson stands
 * @param title of the lesson, in the language spoken
 * @param spoken what is said
 * @param faults what is wrong with the lesson's files since somebody edited them
 */
public record Lecture(Player player, String title, Spoken spoken, List<Fault> faults) {
  public Lecture {
    faults = List.copyOf(faults);
  }

  /** How many steps the lesson has. */
  public int count() {
    return player.lesson().steps().size();
  }

  /** Whether both tell the same step of the same lesson. */
  public boolean isAt(Lecture other) {
    return player.index() == other.player.index()
        && player.lesson().id().equals(other.player.lesson().id());
  }

  /** The question that a click on this cell answers, while it waits for an answer. */
  public Optional<CellQuestion> askedAbout(CellRef cell) {
    return spoken
        .asked()
        .filter(asked -> !asked.attempt().isDone())
        .map(Spoken.Asked::question)
        .filter(CellQuestion.class::isInstance)
        .map(CellQuestion.class::cast)
        .filter(question -> question.target().equals(cell.id()))
        .filter(question -> question.field().contains(cell.row(), cell.column()));
  }
}
