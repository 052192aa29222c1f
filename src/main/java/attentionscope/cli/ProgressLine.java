package attentionscope.cli;

import attentionscope.language.Texts;
import attentionscope.train.Examination;
import attentionscope.train.Trainer;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How far training has come: one line that is written over on a terminal, a line every twentieth
 * elsewhere.
 */
final class ProgressLine {

  private static final int WIDTH = 24;
  private static final int LINES = 20;
  private static final long REDRAWN = Duration.ofMillis(200).toNanos();

  private final PrintWriter out;
  private final Texts texts;
  private final int steps;

  /** Where output goes to a file, some Java versions have no console at all. */
  private final boolean terminal =
      Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);

  private long began;
  private int first;
  private long drawn;

  ProgressLine(PrintWriter out, Texts texts, int steps) {
    this.out = out;
    this.texts = texts;
    this.steps = steps;
  }

  void begin(int taken) {
    first = taken;
    began = System.nanoTime();
  }

  void show(Trainer.Step step, Examination found) {
    long now = System.nanoTime();
    boolean last = step.number() == steps;
    boolean due =
        terminal ? now - drawn > REDRAWN : step.number() % Math.max(1, steps / LINES) == 0;
    if (!due && !last) {
      return;
    }
    drawn = now;
    String line =
        texts.get(
            "cli.train.step",
            step.number(),
            steps,
            "%.4f".formatted(step.loss()),
            percent(found.mastery()),
            time(left(step.number(), now - began)));
    out.print(terminal ? "\r" + bar(step.number()) + " " + line + "   " : line + "\n");
    out.flush();
  }

  private Duration left(int taken, long since) {
    return Duration.ofNanos((long) ((double) since / (taken - first) * (steps - taken)));
  }

  private String bar(int taken) {
    int full = (int) ((long) WIDTH * taken / steps);
    return "█".repeat(full) + "░".repeat(WIDTH - full);
  }

  void end(int taken, Examination found, Path folder) {
    if (terminal) {
      out.println();
    }
    if (taken < steps) {
      out.println(texts.get("cli.train.interrupted", taken, steps));
    }
    out.println(examined(texts, found));
    out.println(texts.get("cli.train.written", folder));
    out.flush();
  }

  /** What an examination found, as a sentence or two. */
  static String examined(Texts texts, Examination found) {
    String right =
        texts.get("cli.train.examined", found.right(), found.samples(), percent(found.accuracy()));
    return found.choices() == 0
        ? right
        : right
            + System.lineSeparator()
            + texts.get(
                "cli.evaluate.chosen", found.chosen(), found.choices(), percent(found.mastery()));
  }

  static String percent(double share) {
    return "%.1f".formatted(100 * share);
  }

  private static String time(Duration duration) {
    return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
