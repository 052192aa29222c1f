package attentionscope.workspace;

import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that decides what is on screen.
 *
 * @param model a shipped model's name ({@code toy/i-go-home}) or a folder
 * @param input what was typed
 * @param knobs the switches of the run
 * @param interventions other changes to the run
 * @param view what the middle shows
 * @param focus what is looked at: a matrix, a row, a column or a cell
 * @param highlight what is pointed at besides
 * @param moment how far the calculation has been played in the steps view; absent: up to the focus
 * @param look how matrices are drawn
 * @param place in a lesson, while one plays
 */
public record Workspace(
    String model,
    Typed input,
    Knobs knobs,
    List<Intervention> interventions,
    View view,
    Optional<Region> focus,
    List<Region> highlight,
    OptionalInt moment,
    Look look,
    Optional<Place> place) {

  public Workspace {
    interventions = List.copyOf(interventions);
    highlight = List.copyOf(highlight);
  }

  /** A model with something typed, nothing else. */
  public static Workspace of(String model, Typed input) {
    return new Workspace(
        model,
        input,
        Knobs.MODEL,
        List.of(),
        View.ATTENTION,
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        Look.PLAIN,
        Optional.empty());
  }

  public Workspace withModel(String newModel, Typed newInput) {
    return new Workspace(
        newModel,
        newInput,
        Knobs.MODEL,
        List.of(),
        view,
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        look,
        place);
  }

  public Workspace withInput(Typed newInput) {
    return new Workspace(
        model, newInput, knobs, interventions, view, focus, highlight, moment, look, place);
  }

  public Workspace withKnobs(Knobs newKnobs) {
    return new Workspace(
        model, input, newKnobs, interventions, view, focus, highlight, moment, look, place);
  }

  public Workspace withInterventions(List<Intervention> changes) {
    return new Workspace(model, input, knobs, changes, view, focus, highlight, moment, look, place);
  }

  public Workspace withView(View newView) {
    return new Workspace(
        model, input, knobs, interventions, newView, focus, highlight, moment, look, place);
  }

  /** Looking somewhere else; the calculation is then played up to there. */
  public Workspace withFocus(Region newFocus) {
    return new Workspace(
        model,
        input,
        knobs,
        interventions,
        view,
        Optional.of(newFocus),
        highlight,
        OptionalInt.empty(),
        look,
        place);
  }

  public Workspace withHighlight(List<Region> regions) {
    return new Workspace(
        model, input, knobs, interventions, view, focus, regions, moment, look, place);
  }

  public Workspace withMoment(int newMoment) {
    return new Workspace(
        model,
        input,
        knobs,
        interventions,
        view,
        focus,
        highlight,
        OptionalInt.of(newMoment),
        look,
        place);
  }

  public Workspace withLook(Look newLook) {
    return new Workspace(
        model, input, knobs, interventions, view, focus, highlight, moment, newLook, place);
  }

  public Workspace withPlace(Optional<Place> newPlace) {
    return new Workspace(
        model, input, knobs, interventions, view, focus, highlight, moment, look, newPlace);
  }

  /** Whether both have the same trace: they differ in nothing that is computed. */
  public boolean runsAs(Workspace other) {
    return model.equals(other.model)
        && input.equals(other.input)
        && knobs.equals(other.knobs)
        && interventions.equals(other.interventions);
  }
}
