package attentionscope.cli;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Loads the vector module before the first test as the program does, so that tests run the same
 * kernels.
 */
public final class ProgramListener implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    VectorModule.load();
  }
}
