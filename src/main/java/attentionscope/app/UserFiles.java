package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.lesson.Progress;
import attentionscope.lesson.ProgressFile;

/** What is kept, in the user's own folder for settings. */
public record UserFiles(PreferencesFile preferences, ProgressFile progress) implements Keeper {

  /** The files in the place that this system has for settings. */
  public static UserFiles usual() {
    PreferencesFile preferences = PreferencesFile.usual();
    return new UserFiles(
        preferences, new ProgressFile(preferences.file().resolveSibling("progress.yaml")));
  }

  /** What they hold. A damaged file is as good as none. */
  public Kept read() {
    ProgressFile.Kept kept = progress.read();
    return new Kept(preferences.read(), kept.progress(), kept.fault());
  }

  @Override
  public void keep(Preferences chosen) throws Problem {
    preferences.write(chosen);
  }

  @Override
  public void keep(Progress done) throws Problem {
    progress.write(done);
  }
}
