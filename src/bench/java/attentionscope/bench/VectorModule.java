package attentionscope.bench;

/** Loads {@code jdk.incubator.vector} as the program does when it starts. */
final class VectorModule {

  private VectorModule() {}

  static void load() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, "jdk.incubator.vector");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no SIMD kernels: nothing to measure", e);
    }
  }
}
