package attentionscope.workspace;

import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Everything that decides what is on screen.
 *
 * @param model a shipped model's name ({@code toy/i-go-home}) or a folder
 * @param input what was typed
 * @param knobs the switches of the run
 * @param interventions other changes to the model's run; the positions view has its own in {@code
 *     lab}
 * @param view what the middle shows
 * @param focus what is looked at: a matrix, a row, a column or a cell
 * @param highlight what is pointed at besides
 * @param moment how far the calculation has been played in the steps view; absent: up to the focus
 * @param lab the settings of the positions view
 * @param tensor the one of the model's files that the model view has open, by its name there
 * @param sizes weights that the shapes view imagines in other sizes
 * @param writing what the model has written, and how it goes on
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
    Optional<String> tensor,
    List<OtherSize> sizes,
    Writing writing,
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
        Optional.empty(),
        List.of(),
        Writing.PLAIN,
        Look.PLAIN,
        Optional.empty());
  }

  /** Another model with something typed; what was changed in the old one means nothing there. */
  public Workspace withModel(String newModel, Typed newInput) {
    return with(
        draft -> {
          draft.model = newModel;
          draft.input = newInput;
          draft.knobs = Knobs.MODEL;
          draft.interventions = List.of();
          draft.focus = Optional.empty();
          draft.highlight = List.of();
          draft.moment = OptionalInt.empty();
          draft.tensor = Optional.empty();
          draft.sizes = List.of();
          draft.writing = writing.begun().withWatched(Optional.empty());
        });
  }

  /** The same model at another moment of its training; everything that is looked at stays. */
  public Workspace atSnapshot(String newModel) {
    return with(draft -> draft.model = newModel);
  }

  /** Another text; what the model wrote after the old one is gone. */
  public Workspace withInput(Typed newInput) {
    return with(
        draft -> {
          draft.input = newInput;
          draft.writing = newInput.equals(input) ? writing : writing.begun();
        });
  }

  public Workspace withKnobs(Knobs newKnobs) {
    return with(draft -> draft.knobs = newKnobs);
  }

  /** Other changes to the model's run. */
  public Workspace withInterventions(List<Intervention> newInterventions) {
    return with(draft -> draft.interventions = newInterventions);
  }

  /** The changes to the run that the view shows: the model's, or that of the positions. */
  public List<Intervention> changes() {
    return studies() ? lab.changes() : interventions;
  }

  /** Other changes to the run that the view shows. Those to the other run stay. */
  public Workspace withChanges(List<Intervention> changes) {
    return studies() ? withLab(lab.withChanges(changes)) : withInterventions(changes);
  }

  public Workspace withView(View newView) {
    return with(draft -> draft.view = newView);
  }

  /** Looking somewhere else; the calculation is then played up to there. */
  public Workspace withFocus(Region newFocus) {
    return with(
        draft -> {
          draft.focus = Optional.of(newFocus);
          draft.moment = OptionalInt.empty();
        });
  }

  public Workspace withHighlight(List<Region> regions) {
    return with(draft -> draft.highlight = regions);
  }

  public Workspace withMoment(int newMoment) {
    return with(draft -> draft.moment = OptionalInt.of(newMoment));
  }

  public Workspace withLab(PositionLab newLab) {
    return with(draft -> draft.lab = newLab);
  }

  public Workspace withTensor(Optional<String> newTensor) {
    return with(draft -> draft.tensor = newTensor);
  }

  /** Weights imagined in other sizes; played from the beginning to where it stops. */
  public Workspace withSizes(List<OtherSize> newSizes) {
    return with(
        draft -> {
          draft.sizes = newSizes;
          draft.moment = OptionalInt.empty();
        });
  }

  public Workspace withWriting(Writing newWriting) {
    return with(draft -> draft.writing = newWriting);
  }

  /** What is written, with the head that is looked at as the one that is watched. */
  public Writing lookedAt() {
    return focus.map(region -> writing.lookingAt(region.id())).orElse(writing);
  }

  public Workspace withLook(Look newLook) {
    return with(draft -> draft.look = newLook);
  }

  public Workspace withPlace(Optional<Place> newPlace) {
    return with(draft -> draft.place = newPlace);
  }

  /** Whether the view shows the positions' own run, which no model has a part in. */
  private boolean studies() {
    return view == View.POSITIONS;
  }

  /** Whether both have the same trace: they differ in nothing that is computed. */
  public boolean runsAs(Workspace other) {
    if (studies() != other.studies() || !input.equals(other.input)) {
      return false;
    }
    return studies()
        ? lab.runsAs(other.lab)
        : model.equals(other.model)
            && knobs.equals(other.knobs)
            && writing.read().equals(other.writing.read())
            && interventions.equals(other.interventions);
  }

  /** Whether nothing of the model's run is changed by hand. */
  public boolean runsPlainly() {
    return knobs.withGradients(false).equals(Knobs.MODEL) && interventions.isEmpty();
  }

  /** Whether both have the same beam search before them, whatever of it they look at. */
  public boolean searchesAs(Workspace other) {
    return model.equals(other.model)
        && input.equals(other.input)
        && knobs.withGradients(false).equals(other.knobs.withGradients(false))
        && interventions.equals(other.interventions)
        && writing.searchesAs(other.writing);
  }

  private Workspace with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.workspace();
  }

  /** The next workspace while it is made. */
  private static final class Draft {
    private String model;
    private Typed input;
    private Knobs knobs;
    private List<Intervention> interventions;
    private View view;
    private Optional<Region> focus;
    private List<Region> highlight;
    private OptionalInt moment;
    private PositionLab lab;
    private Optional<String> tensor;
    private List<OtherSize> sizes;
    private Writing writing;
    private Look look;
    private Optional<Place> place;

    private Draft(Workspace from) {
      model = from.model;
      input = from.input;
      knobs = from.knobs;
      interventions = from.interventions;
      view = from.view;
      focus = from.focus;
      highlight = from.highlight;
      moment = from.moment;
      lab = from.lab;
      tensor = from.tensor;
      sizes = from.sizes;
      writing = from.writing;
      look = from.look;
      place = from.place;
    }

    private Workspace workspace() {
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
          tensor,
          sizes,
          writing,
          look,
          place);
    }
  }
}
