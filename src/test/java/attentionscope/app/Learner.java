package attentionscope.app;

import attentionscope.figure.Rect;
import attentionscope.lesson.Attempt;
import attentionscope.lesson.Lesson;
import attentionscope.lesson.Spoken;
import attentionscope.lesson.Step;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.prose.PlainText;
import attentionscope.lesson.question.CellQuestion;
import attentionscope.lesson.question.ChooseQuestion;
import attentionscope.lesson.question.NumberQuestion;
import attentionscope.lesson.question.OrderQuestion;
import attentionscope.lesson.question.SetQuestion;
import attentionscope.lesson.question.TrueFalseQuestion;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/**
 * Somebody who takes a lesson: points at cells, types numbers and presses buttons. What has to be
 * built is built as the lesson's own {@code try} does.
 */
final class Learner {

  private final TestWindow window;
  private final Runner runner;
  private final Lesson lesson;

  Learner(TestWindow window, Runner runner, Lesson lesson) {
    this.window = window;
    this.runner = runner;
    this.lesson = lesson;
  }

  /** Waits until the lesson is told in this language. */
  void hears(String language) throws Exception {
    window.send(new Intent.Speak(language));
    window.until(() -> now().lecture().orElseThrow().title().equals(lesson.title(language)));
  }

  void goesTo(int step) throws Exception {
    window.send(new Intent.Step(step));
    window.until(() -> now().lecture().orElseThrow().player().index() == step);
  }

  /** What the lesson says. */
  Spoken told() throws Exception {
    return window.shown().lecture().orElseThrow().spoken();
  }

  Attempt attempt() throws Exception {
    return told().asked().orElseThrow().attempt();
  }

  /** Whether something of this style, with something in it, is in the question's card. */
  boolean sees(String style) throws Exception {
    return FxThread.call(
        () ->
            card().lookupAll(style).stream()
                .anyMatch(node -> !((Parent) node).getChildrenUnmodifiable().isEmpty()));
  }

  void answersWrong() throws Exception {
    answers(false);
    window.until(() -> now(Attempt::last).isPresent());
  }

  void answersRight() throws Exception {
    answers(true);
    window.until(() -> now(Attempt::isRight));
  }

  private void answers(boolean well) throws Exception {
    switch (told().asked().orElseThrow().question()) {
      case ChooseQuestion question -> choose(question, well);
      case TrueFalseQuestion question ->
          press(
              isTrue(question) == well ? text("view.question.true") : text("view.question.false"));
      case NumberQuestion question -> type(number(question) + (well ? 0 : 1000));
      case CellQuestion question -> point(question, well);
      case OrderQuestion question -> sort(question, well);
      case SetQuestion question -> build(question, well);
      case Object other -> throw new AssertionError("no answer to " + other);
    }
  }

  /** The runs that know the answer. */
  private Runs runs() throws Exception {
    Step step = window.shown().lecture().orElseThrow().player().step();
    Workspace answered = step.answered();
    return new Runs(
        runner.run(answered), runner.run(lesson.start()), answered.focus().map(Region::id));
  }

  private void choose(ChooseQuestion question, boolean well) throws Exception {
    String right = ((ChooseQuestion.Chosen) question.right(runs())).option();
    String chosen =
        question.options().stream()
            .filter(option -> option.equals(right) == well)
            .findFirst()
            .orElseThrow();
    press(PlainText.line(told().asked().orElseThrow().lines().get(chosen)));
  }

  private boolean isTrue(TrueFalseQuestion question) throws Exception {
    return ((TrueFalseQuestion.Said) question.right(runs())).isTrue();
  }

  private double number(NumberQuestion question) throws Exception {
    return ((NumberQuestion.Typed) question.right(runs())).number();
  }

  private void type(double number) throws Exception {
    TextField field = window.find(".question-card .text-field", TextField.class);
    FxThread.call(
        () -> {
          field.setText(Double.toString(number));
          return field;
        });
    press(text("view.question.check"));
  }

  private void point(CellQuestion question, boolean well) throws Exception {
    Runs runs = runs();
    CellRef right = ((CellQuestion.Clicked) question.right(runs)).cell();
    FigureCanvas canvas = window.canvas();
    CellRef cell = well ? right : other(question, right, runs);
    Rect place = FxThread.call(() -> canvas.figure().placesOf(cell).getFirst());
    window.robot.clickOn(window.onScreen(canvas, place.centerX(), place.centerY()));
  }

  private static CellRef other(CellQuestion question, CellRef right, Runs runs) throws Exception {
    attentionscope.trace.Node asked = runs.shown().get(question.target());
    int columns = asked.columns().size();
    return IntStream.range(0, asked.rows().size() * columns)
        .mapToObj(i -> asked.ref(i / columns, i % columns))
        .filter(cell -> question.field().contains(cell.row(), cell.column()))
        .filter(cell -> !cell.equals(right))
        .findFirst()
        .orElseThrow();
  }

  /** As the items lie shuffled they are wrong; one after the other is brought up to its place. */
  private void sort(OrderQuestion question, boolean well) throws Exception {
    List<String> order = well ? question.items() : List.of();
    for (int place = 0; place < order.size(); place++) {
      String words = PlainText.line(told().asked().orElseThrow().lines().get(order.get(place)));
      String number = Integer.toString(place + 1);
      while (!item(words).equals(number)) {
        press(text("view.question.up", words));
      }
    }
    press(text("view.question.check"));
  }

  /** The number before an item. */
  private String item(String words) throws Exception {
    return FxThread.call(
        () ->
            card().lookupAll(".question-item").stream()
                .filter(item -> item.getAccessibleText().endsWith(words))
                .map(item -> ((Label) item.lookup(".item-number")).getText())
                .findFirst()
                .orElseThrow());
  }

  private void build(SetQuestion question, boolean well) throws Exception {
    if (!well) {
      press(text("view.question.check"));
      return;
    }
    Workspace begun = window.shown().workspace();
    Workspace solved = question.solved();
    if (!solved.input().equals(begun.input())) {
      window.send(new Intent.Retype(solved.input()));
    }
    if (!solved.knobs().equals(begun.knobs())) {
      window.send(new Intent.Turn(solved.knobs()));
    }
    if (!solved.interventions().equals(begun.interventions())) {
      window.send(new Intent.Change(solved.interventions()));
    }
    if (!solved.lab().equals(begun.lab())) {
      window.send(new Intent.Study(solved.lab()));
    }
  }

  /** Presses a button of the question, also one that would have to be scrolled to. */
  private void press(String words) throws Exception {
    FxThread.call(
        () -> {
          Button button =
              card().lookupAll(".button").stream()
                  .map(Button.class::cast)
                  .filter(one -> words.equals(name(one)))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError("no button " + words));
          button.fire();
          return button;
        });
  }

  private static String name(Button button) {
    String read = button.getAccessibleText();
    return read == null ? button.getText() : read;
  }

  private Node card() {
    return window.stage.getScene().getRoot().lookup(".question-card");
  }

  private String text(String key, Object... args) throws Exception {
    return window.shown().text(key, args);
  }

  private Shown now() {
    return window.window.session().shown();
  }

  private <T> T now(Function<Attempt, T> of) {
    return of.apply(now().lecture().orElseThrow().player().attempt());
  }
}
