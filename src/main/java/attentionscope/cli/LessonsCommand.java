package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Language;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.lesson.Checker;
import attentionscope.lesson.Course;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.yaml.Fault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done with lessons from the command line. */
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    description = "Look after lessons.",
    synopsisSubcommandLabel = "COMMAND")
final class LessonsCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Play every lesson in every language and name all that is wrong:",
        "what can't be read, what the model does not have, what is not true.",
        "Ends with 1 if anything is."
      })
  int check(
      @Parameters(
              arity = "0..1",
              paramLabel = "DIR",
              description = "A lesson, or a folder of lessons. Default: the program's own.")
          Optional<Path> folder)
      throws Problem {
    ProgramFolder program = ProgramFolder.find();
    Languages languages = Languages.load(program);
    Texts texts = languages.suiting(Locale.getDefault());
    Path lessons = folder.orElse(program.lessons());
    List<String> codes = languages.all().stream().map(Language::code).toList();
    List<Fault> faults = new Checker(new Runner(new ModelLibrary(program)), codes).check(lessons);
    faults.forEach(fault -> spec.commandLine().getErr().println(fault.say(texts)));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        texts.get(
            "cli.lessons.checked", Course.folders(lessons).size(), codes.size(), faults.size()));
    return faults.isEmpty() ? 0 : 1;
  }
}
