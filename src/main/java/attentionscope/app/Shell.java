package attentionscope.app;

import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.figure.paint.Formulas;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.view.Drawer;
import attentionscope.view.Intent;
import attentionscope.view.MiddleView;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.view.attention.AttentionView;
import attentionscope.view.busy.BusyBar;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.view.changes.ChangesBar;
import attentionscope.view.drop.DropArea;
import attentionscope.view.generate.GenerateView;
import attentionscope.view.heads.HeadsView;
import attentionscope.view.help.HelpSheet;
import attentionscope.view.help.KeyLine;
import attentionscope.view.inspector.Inspector;
import attentionscope.view.lesson.LessonPanel;
import attentionscope.view.lessons.LessonsView;
import attentionscope.view.model.ModelView;
import attentionscope.view.notice.Absent;
import attentionscope.view.notice.Notice;
import attentionscope.view.plane.PlaneView;
import attentionscope.view.positions.PositionsView;
import attentionscope.view.prose.Links;
import attentionscope.view.rail.Rail;
import attentionscope.view.recurrent.RecurrentView;
import attentionscope.view.search.SearchSheet;
import attentionscope.view.shapes.ShapesView;
import attentionscope.view.sheet.Sheets;
import attentionscope.view.steps.StepsView;
import attentionscope.view.tokens.TokenBar;
import attentionscope.view.top.TopBar;
import attentionscope.view.train.LeaveSheet;
import attentionscope.view.train.TrainView;
import attentionscope.view.transport.Transport;
import attentionscope.view.welcome.WelcomeSheet;
import attentionscope.workspace.View;
import attentionscope.workspace.laboratory.LabState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** Holds the parts of the window and lets them speak with each other. */
final class Shell extends StackPane {

  private final Session session;
  private final Consumer<Intent> overhears;
  private final Surroundings around;
  private final Sheets sheets = new Sheets();
  private final Middle middle;
  private final LessonPanel lesson;
  private final TrainView train;
  private final Rail rail;
  private final Transport transport;
  private final Inspector inspector;
  private final Columns columns;
  private final Commands commands;
  private final List<Part> parts;
  private Optional<WelcomeSheet> welcome = Optional.empty();

  /** A window that nobody's choices are kept from. */
  Shell(Session session, Drawer drawer) {
    this(session, drawer, intent -> {}, Surroundings.NONE);
  }

  /**
   * @param overhears is told every intent of the user, before it is answered
   */
  Shell(Session session, Drawer drawer, Consumer<Intent> overhears, Surroundings around) {
    this.session = session;
    this.overhears = overhears;
    this.around = around;
    Desk desk = new Desk();
    commands = new Commands(session::shown, this::send, desk);
    MainMenu menu = new MainMenu(commands.all(), new RecentMenu(around, this::send));
    TopBar top =
        new TopBar(this::send, menu, this::goToAnything, commands.nameOf("app.command.go-to"));
    lesson = new LessonPanel(drawer.formulas(), new Pointers(), this::send);
    Gestures gestures = new Gestures(session::shown, this::send, new Picture());
    Formulas formulas = drawer.formulas();
    train =
        new TrainView(
            drawer,
            gestures.on(new FigureCanvas(formulas)),
            gestures.on(new FigureCanvas(formulas)),
            this::send,
            this::save);
    List<MiddleView> views =
        List.of(
            new LessonsView(this::send),
            new ModelView(
                drawer,
                gestures.on(new FigureCanvas(formulas)),
                gestures.over(new FigureCanvas(formulas)),
                this::send,
                desk::openFolder),
            new AttentionView(drawer, gestures.on(new FigureCanvas(formulas)), this::send),
            new StepsView(drawer, gestures.on(new FigureCanvas(formulas)), this::send),
            new PlaneView(drawer, gestures.on(new FigureCanvas(formulas)), this::send),
            new HeadsView(drawer, gestures.on(new FigureCanvas(formulas)), this::send),
            new PositionsView(drawer, () -> gestures.on(new FigureCanvas(formulas)), this::send),
            new ShapesView(drawer, gestures.on(new FigureCanvas(formulas)), this::send),
            new GenerateView(drawer, gestures.on(new FigureCanvas(formulas)), this::send),
            new RecurrentView(drawer, gestures.on(new FigureCanvas(formulas)), this::send),
            train);
    rail = new Rail(this::send, views);
    middle =
        new Middle(
            views,
            new Notice(this::send),
            new Absent(this::send),
            new TokenBar(this::send, this::focusView),
            new ChangesBar(this::send));
    inspector = new Inspector(drawer.formulas(), this::send, middle::point);
    transport = new Transport(this::send);
    columns = new Columns(lesson, middle, inspector);
    BorderPane window = new BorderPane(columns);
    window.setTop(top);
    window.setLeft(rail);
    window.setBottom(transport);
    BusyBar busy = new BusyBar(this::send);
    StackPane.setAlignment(busy, Pos.TOP_CENTER);
    DropArea drop = new DropArea(this::send);
    drop.listen(this);
    getChildren().addAll(window, sheets, busy, drop);
    parts = List.of(menu, top, rail, lesson, middle, inspector, transport, busy, drop);
    session.subscribe(this::show);
    session.subscribeBusy(busy::show);
  }

  List<Command> commands() {
    return commands.all();
  }

  private void send(Intent intent) {
    overhears.accept(intent);
    session.send(intent);
  }

  private void show(Shown shown) {
    Optional<Node> held = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    boolean elsewhere = held.map(this::keepsItself).orElse(true);
    parts.forEach(part -> part.show(shown));
    // JavaFX would give it to whatever comes next, where the space bar might press a button.
    if (!elsewhere && held.get().getScene() == null) {
      middle.focusView();
    }
    welcome.ifPresent(sheet -> sheet.show(shown));
    columns.setMiddleWants(middle.wants());
  }

  /** Inspector and tokens see themselves that the keyboard stays with them. */
  private boolean keepsItself(Node held) {
    return Stream.<Node>iterate(held, node -> node != null, Node::getParent)
        .anyMatch(node -> node == inspector || node == middle.tokens() || node == sheets);
  }

  /** Asks where to, and writes. */
  private void save(Intent.Save.Saved what) {
    Shown shown = session.shown();
    String name = shown.text("view.train.save.name." + what.key());
    around
        .chooser()
        .save(shown.texts(), name)
        .ifPresent(place -> send(new Intent.Save(what, place)));
  }

  /** Asks whether to leave although a model is learning. */
  void askToLeave(Runnable leave) {
    LeaveSheet sheet =
        new LeaveSheet(
            session.shown(),
            () -> {
              sheets.close();
              leave.run();
            },
            sheets::close);
    sheets.open(sheet, sheet.stayButton());
  }

  /** The laboratory stands like this by now. */
  void stand(LabState state) {
    if (session.shown().workspace().view() == View.TRAIN) {
      train.stand(state);
    }
  }

  void focusView() {
    middle.focusView();
  }

  private final class Picture implements Gestures.Desk {
    @Override
    public void press(Target.Control control) {
      middle.pressed(control);
    }

    @Override
    public void explain() {
      inspector.open();
      inspector.first().ifPresent(Node::requestFocus);
    }

    /** The text lights up where it speaks of what the pointer is over. */
    @Override
    public void over(Optional<Hit.Found> found) {
      middle.readOut(found.map(Hit.Found::reading));
      lesson.mark(
          found
              .flatMap(one -> Gestures.region(one.target()))
              .or(() -> session.shown().workspace().focus()));
    }
  }

  /** The part of the window that lessons call by this name, while it is there. */
  private Optional<Node> find(Control control) {
    return switch (control) {
      case LESSONS -> button(View.LESSONS);
      case ATTENTION -> button(View.ATTENTION);
      case STEPS -> button(View.STEPS);
      case PLANE_VIEW -> button(View.PLANE);
      case HEADS_VIEW -> button(View.HEADS);
      case POSITIONS_VIEW -> button(View.POSITIONS);
      case SHAPES_VIEW -> button(View.SHAPES);
      case GENERATE_VIEW -> button(View.GENERATE);
      case RECURRENT_VIEW -> button(View.RECURRENT);
      case TRAIN_VIEW -> button(View.TRAIN);
      case INSPECTOR -> Optional.of(inspector);
      case WHAT_IF -> inspector.whatIf();
      case CALCULATION -> Optional.of(transport);
      default -> middle.find(control);
    };
  }

  private Optional<Node> button(View view) {
    return rail.button(view).map(Node.class::cast);
  }

  /** Gives the keyboard to a control, or to the first one within. */
  private static void reach(Node part) {
    if (part.isFocusTraversable()) {
      part.requestFocus();
    } else if (part instanceof Parent parent) {
      parent.getChildrenUnmodifiable().stream()
          .filter(Node::isVisible)
          .findFirst()
          .ifPresent(Shell::reach);
    }
  }

  private void goToAnything() {
    SearchSheet sheet =
        new SearchSheet(
            session.shown().texts(),
            new Everything(this::send, commands.all(), around.models()).entries(session.shown()),
            sheets::close);
    sheets.open(sheet, sheet.field());
  }

  /** Asks for the language, and says the three things that matter. */
  void welcome() {
    WelcomeSheet sheet = new WelcomeSheet(this::send, sheets::close);
    sheet.show(session.shown());
    welcome = Optional.of(sheet);
    sheets.open(
        sheet,
        sheet.beginButton(),
        () -> {
          welcome = Optional.empty();
          // The language that was left as it stood is a choice, too.
          send(new Intent.Speak(session.shown().texts().language().code()));
        });
  }

  private void help() {
    Shown shown = session.shown();
    List<KeyLine> lines = new ArrayList<>();
    lines.add(new KeyLine(List.of("←", "↑", "↓", "→"), shown.text("app.key.arrows")));
    lines.add(new KeyLine(List.of("Enter"), shown.text("app.key.enter")));
    lines.add(new KeyLine(List.of("2 ×"), shown.text("app.key.double")));
    for (Command command : commands.all()) {
      if (!command.names().isEmpty()) {
        lines.add(new KeyLine(command.names(), shown.text(command.key())));
      }
    }
    HelpSheet sheet = new HelpSheet(shown.texts(), lines, sheets::close);
    sheets.open(sheet, sheet.closeButton());
  }

  private final class Desk implements Commands.Desk {
    @Override
    public void goToAnything() {
      Shell.this.goToAnything();
    }

    @Override
    public void help() {
      Shell.this.help();
    }

    @Override
    public void openFolder() {
      open(around.chooser().folder(session.shown().texts()));
    }

    @Override
    public void openFile() {
      open(around.chooser().file(session.shown().texts()));
    }

    private void open(Optional<Path> chosen) {
      chosen.ifPresent(
          place -> send(new Intent.OpenFiles(place.toAbsolutePath().normalize().toString())));
    }

    @Override
    public void type() {
      middle.tokens().edit();
    }
  }

  /** What pointers in the lesson's text do to the rest of the window. */
  private final class Pointers implements Links {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private Optional<Node> lit = Optional.empty();

    @Override
    public void over(List<Region> regions) {
      middle.point(regions);
    }

    @Override
    public void overControl(Optional<Control> control) {
      lit.ifPresent(node -> node.pseudoClassStateChanged(POINTED, false));
      lit = control.flatMap(Shell.this::find);
      lit.ifPresent(node -> node.pseudoClassStateChanged(POINTED, true));
    }

    @Override
    public void follow(attentionscope.lesson.prose.Target target) {
      switch (target) {
        case attentionscope.lesson.prose.Target.Focus focus ->
            send(new Intent.Focus(focus.region()));
        case attentionscope.lesson.prose.Target.OfWindow part -> {
          if (part.control() == Control.INSPECTOR || part.control() == Control.WHAT_IF) {
            inspector.open();
          }
          find(part.control()).ifPresent(Shell::reach);
        }
        case attentionscope.lesson.prose.Target.OtherLesson other ->
            send(new Intent.Visit(other.lesson(), 0));
      }
    }
  }
}
