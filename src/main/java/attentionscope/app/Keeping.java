package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.lesson.Progress;
import attentionscope.view.Fault;
import attentionscope.view.Intent;
import attentionscope.view.Theme;
import attentionscope.workspace.laboratory.Laboratory;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Notices what is to be kept and has it kept, off the window's thread. What can't be kept is said
 * once and lost when the program ends.
 */
final class Keeping {

  private final Keeper keeper;
  private final Executor disk;
  private final Executor window;
  private final Consumer<Fault> complain;
  private Preferences preferences;
  private Progress progress;
  private boolean complained;

  /**
   * @param before what is kept already
   * @param disk writes, one after the other
   * @param complain is told on the window's thread
   */
  Keeping(Keeper keeper, Kept before, Executor disk, Executor window, Consumer<Fault> complain) {
    this.keeper = keeper;
    this.disk = disk;
    this.window = window;
    this.complain = complain;
    this.preferences = before.preferences();
    this.progress = before.progress();
  }

  Preferences preferences() {
    return preferences;
  }

  /** The user asked for something; a language and a theme are chosen for good. */
  void heard(Intent intent) {
    Preferences before = preferences;
    switch (intent) {
      case Intent.Speak(String code) -> preferences = preferences.withLanguage(code);
      case Intent.Wear(Theme theme) -> preferences = preferences.withTheme(theme);
      default -> {}
    }
    keep(before);
  }

  /** This was opened. */
  void opened(String place) {
    Preferences before = preferences;
    preferences = preferences.withOpened(place);
    keep(before);
  }

  private void keep(Preferences before) {
    if (!preferences.equals(before)) {
      Preferences now = preferences;
      disk.execute(() -> attempt(() -> keeper.keep(now)));
    }
  }

  /** This is what the learner has done by now. */
  void done(Progress now) {
    if (!now.equals(progress)) {
      progress = now;
      disk.execute(() -> attempt(() -> keeper.keep(now)));
    }
  }

  /** What was learned is there the next time; called on the thread that writes. */
  void training(Laboratory laboratory) {
    attempt(laboratory::keep);
  }

  private interface Write {
    void run() throws Problem;
  }

  private void attempt(Write write) {
    try {
      write.run();
    } catch (Problem problem) {
      window.execute(() -> say(problem));
    }
  }

  private void say(Problem problem) {
    if (!complained) {
      complained = true;
      complain.accept(new Fault(problem, Optional.empty()));
    }
  }
}
