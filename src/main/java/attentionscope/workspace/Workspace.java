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
 * @param lab the settings of the positions view
 * @param sizes weights that the shapes view imagines in other sizes
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
    PositionLab lab,
    List<OtherSize> sizes,
    Look look,
    Optional<Place> place) {

  public Workspace {
    interventions = List.copyOf(interventions);
    highlight = List.copyOf(highlight);
    sizes = List.copyOf(sizes);
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
        PositionLab.PLAIN,
        List.of(),
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
        lab,
        List.of(),
        look,
        place);
  }

  public Workspace withInput(Typed newInput) {
    return new Workspace(
        model,
        newInput,
        knobs,
        interventions,
        view,
        focus,
        highlight,
        moment,
        lab,
        sizes,
        look,
        place);
  }

  public Workspace withKnobs(Knobs newKnobs) {
    return new Workspace(
        model,
        input,
        newKnobs,
        interventions,
        view,
        focus,
        highlight,
        moment,
        lab,
        sizes,
        look,
        place);
  }

  public Workspace withInterventions(List<Intervention> changes) {
    return new Workspace(
        model, input, knobs, changes, view, focus, highlight, moment, lab, sizes, look, place);
  }

  public Workspace withView(View newView) {
    return new Workspace(
        model,
        input,
        knobs,
        interventions,
        newView,
        focus,
        highlight,
        moment,
        lab,
        sizes,
        look,
        place);
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
        lab,
        sizes,
        look,
        place);
  }

  public Workspace withHighlight(List<Region> regions) {
    return new Workspace(
        model, input, knobs, interventions, view, focus, regions, moment, lab, sizes, look, place);
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
        lab,
        sizes,
        look,
        place);
  }

  public Workspace withLook(Look newLook) {
    return new Workspace(
        model,
        input,
        knobs,
        interventions,
        view,
        focus,
        highlight,
        moment,
        lab,
        sizes,
        newLook,
        place);
  }

  public Workspace withPlace(Optional<Place> newPlace) {
    return new Workspace(
        model,
        input,
        knobs,
        interventions,
        view,
        focus,
        highlight,
        moment,
        lab,
        sizes,
        look,
        newPlace);
  }

  public Workspace withLab(PositionLab newLab) {
    return new Workspace(
        model,
        input,
        knobs,
        interventions,
        view,
        focus,
        highlight,
        moment,
        newLab,
        sizes,
        look,
        place);
  }

  /** Weights imagined in other sizes; played from the beginning to where it stops. */
  public Workspace withSizes(List<OtherSize> newSizes) {
    return new Workspace(
        model,
        input,
        knobs,
        interventions,
        view,
        focus,
        highlight,
        OptionalInt.empty(),
        lab,
        newSizes,
        look,
        place);
  }

  /** Whether both have the same trace: they differ in nothing that is computed. */
  public boolean runsAs(Workspace other) {
    boolean bothStudy = view == View.POSITIONS && other.view == View.POSITIONS;
    boolean neither = view != View.POSITIONS && other.view != View.POSITIONS;
    return ((bothStudy && lab.runsAs(other.lab)) || neither)
        && model.equals(other.model)
        && input.equals(other.input)
        && knobs.equals(other.knobs)
        && interventions.equals(other.interventions);
  }
}
