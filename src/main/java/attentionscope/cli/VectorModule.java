package attentionscope.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Loads {@code jdk.incubator.vector} while the program runs. Naming it on the command line would
 * print a warning at every start and switch off part of the JDK's archive of loaded classes.
 */
final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** Makes the module's classes visible, where the JDK allows it. Returns whether they are. */
  static boolean load() {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) {
      return true;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException e) {
      // The scalar kernels then do the same work, slower and with the same bits.
      Logger log = System.getLogger(VectorModule.class.getName());
      log.log(Level.DEBUG, "no SIMD kernels", e);
      return false;
    }
  }
}
