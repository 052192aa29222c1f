import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes what is given away, from {@code target/attention-scope}: {@code
 * target/dist/attention-scope} with a Java of its own, which starts quickly, and the installer of
 * the system it runs on. The build runs this file as it stands: {@code ./mvnw -Pdist package}.
 */
final class Dist {
  private static final String NAME = "attention-scope";
  private static final Path PROGRAM = Path.of("target", NAME);
  private static final Path DIST = Path.of("target", "dist");
  private static final Path SOURCES = Path.of("src", "main", "dist");
  private static final String MAIN = "attentionscope.cli.Main";

  /**
   * What the program and its libraries use of the JDK, as jdeps says; SIMD, which is loaded by the
   * program itself; and what JavaFX looks for while it runs.
   */
  private static final String MODULES =
      "java.desktop,java.logging,java.scripting,java.sql,jdk.incubator.vector,jdk.jfr,"
          + "jdk.unsupported";

  /** A system that this can run on, and where jpackage puts things there. */
  private enum Os {
    LINUX("", "lib/app", "lib/runtime", "png", "lib"),
    WINDOWS("", "app", "runtime", "ico", "bin"),
    MAC(".app", "Contents/app", "Contents/runtime/Contents/Home", "icns", "lib");

    private final Path image;
    private final Path app;
    private final Path runtime;
    private final Path icon;

    /** Where JavaFX looks for its libraries before it unpacks them into the user's own folder. */
    private final Path libraries;

    Os(String ending, String app, String runtime, String icon, String libraries) {
      this.image = DIST.resolve(NAME + ending).toAbsolutePath();
      this.app = image.resolve(app);
      this.runtime = image.resolve(runtime);
      this.icon = Path.of("assets", "icon", "icon." + icon);
      this.libraries = this.app.resolve(libraries);
    }

    static Os here() {
      String name = System.getProperty("os.name");
      return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MAC : LINUX;
    }
  }

  private final Os system = Os.here();
  private final String version;

  private Dist(String version) {
    this.version = version;
  }

  /** Takes the program's version. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Dist dist = new Dist(args[0]);
    delete(DIST);
    Files.createDirectories(DIST);
    dist.image();
    dist.libraries();
    dist.launcher();
    dist.train();
    dist.installer();
  }

  /** The program's folder with a Java that has only what it needs. */
  private void image() throws IOException {
    Path runtime = DIST.resolve("runtime");
    tool(
        "jlink",
        List.of("--add-modules", MODULES, "--output", runtime.toString()),
        List.of("--strip-debug", "--no-header-files", "--no-man-pages", "--generate-cds-archive"));
    List<String> options = new ArrayList<>();
    try (Stream<String> lines = Files.lines(PROGRAM.resolve("lib/java.options"))) {
      lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> options.addAll(List.of("--java-options", line)));
    }
    String cache = "-XX:AOTCache=$APPDIR/" + system.app.relativize(cache());
    for (String option :
        List.of("-Dattentionscope.home=$APPDIR", cache, "-Xlog:aot=off", "-Xlog:cds=off")) {
      options.addAll(List.of("--java-options", option));
    }
    if (system == Os.WINDOWS) {
      // A program with a window has no console there.
      Path console = DIST.resolve("console.properties");
      Files.writeString(console, "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
      options.addAll(List.of("--add-launcher", NAME + "-console=" + console));
    }
    String jar = PROGRAM.relativize(jar(PROGRAM, NAME)).toString();
    tool(
        "jpackage",
        List.of("--type", "app-image", "--name", NAME, "--app-version", version),
        List.of("--input", PROGRAM.toString(), "--main-jar", jar, "--main-class", MAIN),
        List.of("--runtime-image", runtime.toString(), "--icon", system.icon.toString()),
        List.of("--dest", DIST.toString()),
        options);
    delete(runtime);
  }

  /** JavaFX's own libraries, where it finds them without writing anything. */
  private void libraries() throws IOException {
    Files.createDirectories(system.libraries);
    List<Path> jars;
    try (Stream<Path> files = Files.list(system.app.resolve("lib"))) {
      jars = files.filter(file -> file.getFileName().toString().startsWith("javafx-")).toList();
    }
    for (Path path : jars) {
      try (JarFile jar = new JarFile(path.toFile())) {
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
          if (entry.getName().matches("[^/]+\\.(so|dll|dylib)")) {
            Files.copy(jar.getInputStream(entry), system.libraries.resolve(entry.getName()));
          }
        }
      }
    }
  }

  /**
   * What starts the program. The jar names the other jars: the cache holds for one class path only.
   * On Linux our own launcher takes the place of jpackage's, which cannot set the locale and the
   * fonts for the Java it starts.
   */
  private void launcher() throws IOException {
    if (system == Os.LINUX) {
      Path launcher = system.image.resolve("bin").resolve(NAME);
      Files.delete(launcher);
      Files.createSymbolicLink(launcher, Path.of("..", "lib", "app", "bin", NAME));
      Files.delete(system.image.resolve("lib/libapplauncher.so"));
      Files.delete(system.app.resolve(NAME + ".cfg"));
      return;
    }
    String jar = jar(system.app, NAME).getFileName().toString();
    try (Stream<Path> files = Files.list(system.app)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".cfg")).toList()) {
        Files.write(
            file,
            Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("app.classpath=") || line.endsWith(jar))
                .toList());
      }
    }
  }

  /**
   * Runs the program once and keeps its classes as they are when loaded and linked. SIMD classes
   * cannot be kept.
   */
  private void train() throws IOException, InterruptedException {
    Path log = DIST.resolve("training.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            system.runtime.resolve("bin/java").toString(),
            "@" + system.app.resolve("lib/java.options"),
            "-Dattentionscope.home=" + system.app,
            "-Dattentionscope.kernel=scalar",
            "-XX:AOTCacheOutput=" + cache(),
            "-cp",
            jar(system.app, NAME).toString(),
            MAIN,
            "--headless");
    builder.directory(Files.createDirectories(DIST.resolve("training")).toFile());
    builder.environment().put("FONTCONFIG_FILE", system.app + "/assets/fonts/fonts.conf");
    int code = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    if (code != 0 || !Files.exists(cache())) {
      throw new IOException("the training run failed, see " + log);
    }
    delete(DIST.resolve("training"));
  }

  private void installer() throws IOException, InterruptedException {
    if (system == Os.LINUX) {
      deb();
      return;
    }
    List<String> special =
        system == Os.WINDOWS
            ? List.of("--type", "msi", "--win-menu", "--win-shortcut", "--win-dir-chooser")
            : List.of("--type", "dmg");
    tool(
        "jpackage",
        special,
        List.of("--name", NAME, "--app-version", version),
        List.of("--app-image", system.image.toString(), "--license-file", "LICENSE"),
        List.of("--file-associations", SOURCES.resolve("associations.properties").toString()),
        List.of("--dest", DIST.toString()));
  }

  /**
   * A Debian package. jpackage's own would give every file a new time, by which Java refuses the
   * cache, and would not put the command on the path.
   */
  private void deb() throws IOException, InterruptedException {
    if (Stream.of("/usr/bin", "/bin").noneMatch(bin -> Files.exists(Path.of(bin, "dpkg-deb")))) {
      IO.println("There is no dpkg-deb here: only " + system.image + " was made.");
      return;
    }
    Path tree = DIST.resolve("deb");
    Path installed = tree.resolve("usr/lib").resolve(NAME);
    copy(system.image, installed);
    copy(SOURCES.resolve("deb"), tree);
    Path bin = Files.createDirectories(tree.resolve("usr/bin"));
    Files.createSymbolicLink(bin.resolve(NAME), Path.of("..", "lib", NAME, "bin", NAME));
    Path icons = tree.resolve("usr/share/icons/hicolor/256x256/apps");
    Files.createDirectories(icons);
    Files.copy(system.icon, icons.resolve(NAME + ".png"));
    Path doc = Files.createDirectories(tree.resolve("usr/share/doc").resolve(NAME));
    Files.copy(Path.of("LICENSE"), doc.resolve("copyright"));
    String machine = System.getProperty("os.arch");
    String arch = machine.equals("aarch64") ? "arm64" : machine;
    Path control = tree.resolve("DEBIAN/control");
    Files.writeString(
        control,
        Files.readString(control)
            .replace("${version}", version)
            .replace("${architecture}", arch)
            .replace("${kilobytes}", Long.toString(size(installed) / 1024)));
    Path deb = DIST.resolve(NAME + "_" + version + "_" + arch + ".deb");
    List<String> build =
        List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", "" + tree, "" + deb);
    int code = new ProcessBuilder(build).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("dpkg-deb failed");
    }
    delete(tree);
  }

  private Path cache() {
    return system.app.resolve("lib").resolve(NAME + ".aot");
  }

  private static Path jar(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("lib"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  @SafeVarargs
  private static void tool(String name, List<String>... arguments) throws IOException {
    String[] all = Stream.of(arguments).flatMap(List::stream).toArray(String[]::new);
    ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
    if (tool.run(System.out, System.err, all) != 0) {
      throw new IOException(name + " failed");
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
