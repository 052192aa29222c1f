package attentionscope.app;

import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.model.ModelNames;
import attentionscope.trace.Region;
import attentionscope.view.Intent;
import attentionscope.view.LessonCard;
import attentionscope.view.Shown;
import attentionscope.view.search.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that can be gone to: matrices of the run, lessons, models, commands. */
final class Everything {

  private final Consumer<Intent> intents;
  private final List<Command> commands;
  private final List<String> models;

  /**
   * @param models names of those that came with the program, and what was opened before
   */
  Everything(Consumer<Intent> intents, List<Command> commands, List<String> models) {
    this.intents = intents;
    this.commands = commands;
    this.models = List.copyOf(models);
  }

  List<Entry> entries(Shown shown) {
    List<Entry> entries = new ArrayList<>();
    for (Command command : commands) {
      String keys = command.names().isEmpty() ? "" : command.names().getFirst();
      entries.add(
          new Entry(
              shown.text("app.kind.command"), shown.text(command.key()), keys, command.action()));
    }
    for (LessonCard lesson : shown.lessons()) {
      entries.add(
          new Entry(
              shown.text("app.kind.lesson"),
              lesson.title(),
              lesson.id(),
              () -> intents.accept(new Intent.Visit(lesson.id(), 0))));
    }
    for (String model : models) {
      entries.add(
          new Entry(
              shown.text("app.kind.model"),
              ModelNames.of(model, shown.texts()),
              model,
              () -> intents.accept(new Intent.OpenFiles(model))));
    }
    shown
        .trace()
        .nodes()
        .forEach(
            node ->
                entries.add(
                    new Entry(
                        shown.text("app.kind.matrix"),
                        MatrixNames.of(node.id(), shown.texts()),
                        node.id() + "  " + MatrixNames.shape(node),
                        () -> intents.accept(new Intent.Focus(Region.all(node.id()))))));
    return entries;
  }
}
