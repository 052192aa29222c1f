package attentionscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.UsesAwt;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rooms of the program, and what none of them may do. A room that is not built yet is empty.
 */
class RoomsTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("attentionscope");

  /** Each room with those it may use, and with them whatever those may use. */
  private static final Map<String, List<String>> ROOMS = rooms();

  private static final List<String> BEFORE_VIEW =
      ROOMS.keySet().stream().takeWhile(room -> !room.equals("view")).toList();

  private static Map<String, List<String>> rooms() {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    rooms.put("files", List.of());
    rooms.put("language", List.of("files"));
    rooms.put("yaml", List.of("language"));
    rooms.put("json", List.of("files"));
    rooms.put("tensor", List.of());
    rooms.put("trace", List.of("tensor", "files"));
    rooms.put("op", List.of("trace"));
    rooms.put("nn", List.of("op"));
    rooms.put("model", List.of("nn"));
    rooms.put("train", List.of("model"));
    rooms.put("checkpoint", List.of("model", "json"));
    rooms.put("tokenize", List.of("json"));
    rooms.put("analysis", List.of("trace"));
    rooms.put("workspace", List.of("yaml", "checkpoint", "tokenize", "train", "analysis", "model"));
    rooms.put("lesson", List.of("workspace", "language"));
    rooms.put("figure", List.of("trace", "analysis", "workspace", "language"));
    rooms.put("view", List.of("lesson", "figure"));
    rooms.put("app", List.of("view"));
    rooms.put("cli", List.copyOf(rooms.keySet()));
    return rooms;
  }

  private static Set<String> reachable(String room) {
    Set<String> reached = new LinkedHashSet<>(List.of(room));
    ROOMS.get(room).forEach(used -> reached.addAll(reachable(used)));
    return reached;
  }

  private static String[] packages(Iterable<String> rooms) {
    List<String> packages = new ArrayList<>();
    rooms.forEach(room -> packages.add("attentionscope." + room + ".."));
    return packages.toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }

  @Test
  void theProgramIsLookedAt() {
    assertTrue(PROGRAM.contain("attentionscope.files.ProgramFolder"));
  }

  @Test
  void everyClassIsInARoom() {
    check(classes().should().resideInAnyPackage(packages(ROOMS.keySet())));
  }

  static Stream<String> names() {
    return ROOMS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRoomUsesOnlyWhatItMay(String room) {
    Set<String> barred = new LinkedHashSet<>(ROOMS.keySet());
    barred.removeAll(reachable(room));
    check(
        noClasses()
            .that()
            .resideInAPackage("attentionscope." + room + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(barred)));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("attentionscope.(**)").should().beFreeOfCycles());
  }

  @Test
  void javafxBeginsWithTheView() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packages(BEFORE_VIEW))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx.."));
  }

  @Test
  void nothingUsesTheNetwork() {
    DescribedPredicate<JavaClass> network =
        resideInAnyPackage("java.net.http..", "javax.net..", "java.rmi..", "javafx.scene.web..")
            .or(resideInAnyPackage("com.sun.net.httpserver.."))
            .or(nameMatching("java\\.net\\.(.*Socket(Impl.*)?|.*URLConnection|URLStreamHandler)"))
            .or(nameMatching("java\\.nio\\.channels\\..*(Socket|Datagram)\\w*Channel.*"));
    check(noClasses().should().dependOnClassesThat(network));
    check(
        noClasses()
            .should()
            .callMethodWhere(
                target(nameMatching("openStream|openConnection|getContent"))
                    .and(targetOwner(type(java.net.URL.class)))));
  }

  @Test
  void awtIsUsedOnlyByClassesThatSaySo() {
    check(
        noClasses()
            .that(describe("do not say so", c -> !saysThatItUsesAwt(c)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio.."));
  }

  private static boolean saysThatItUsesAwt(JavaClass c) {
    return c.isAnnotatedWith(UsesAwt.class)
        || c.getEnclosingClass().map(RoomsTest::saysThatItUsesAwt).orElse(false);
  }

  @Test
  void sumsAndFunctionsGiveTheSameBitsEveryTime() {
    // These give other bits before and after the JIT compiler takes over: see tensor.Functions.
    String functions =
        "SIN|COS|TAN|ASIN|ACOS|ATAN|ATAN2|SINH|COSH|TANH|EXP|EXPM1|LOG|LOG10|LOG1P|POW|HYPOT|CBRT";
    check(
        noClasses()
            .should()
            .accessFieldWhere(
                target(nameMatching(functions))
                    .and(targetOwner(resideInAnyPackage("jdk.incubator.vector..")))));
    check(
        noClasses()
            .should()
            .callMethodWhere(
                target(nameMatching("reduceLanes.*"))
                    .and(targetOwner(resideInAnyPackage("jdk.incubator.vector..")))));
  }

  @Test
  void whatIsComputedIsTheSameOnEveryMachine() {
    // Math may use the processor's own functions; StrictMath may not.
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packages(reachable("workspace")))
            .should()
            .callMethodWhere(
                target(
                        nameMatching(
                            "sin|cos|tan|a(sin|cos|tan2?)|(sin|cos|tan)h|exp|log|log10|pow"))
                    .and(targetOwner(type(Math.class)))));
  }

  @Test
  void nothingIsKeptInAStaticFieldThatChanges() {
    check(noFields().should().beStatic().andShould().notBeFinal());
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("attentionscope.cli..")
            .should(ACCESS_STANDARD_STREAMS));
  }

  @Test
  void everyPackageSaysWhatLivesInIt() throws IOException {
    Path sources = Path.of("src/main/java");
    List<Path> silent = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> folders =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      for (Path folder : folders) {
        Path info = folder.resolve("package-info.java");
        String text = Files.exists(info) ? Files.readString(info) : "";
        if (!text.startsWith("/**") || !text.contains("@NullMarked")) {
          silent.add(folder);
        }
      }
    }
    assertEquals(List.of(), silent);
  }
}
