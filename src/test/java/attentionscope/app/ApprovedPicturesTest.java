package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import attentionscope.figure.paint.Png;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Language;
import attentionscope.lesson.Lesson;
import attentionscope.lesson.Step;
import attentionscope.view.Theme;
import attentionscope.workspace.View;
import attentionscope.workspace.WorkspaceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.OS;

/**
 * Every view and every step of every lesson, in both themes, every language and two sizes: nothing
 * is cut off, and it looks as it was approved. What differs is written to {@code target/pictures}.
 * After looking at it, {@code ./mvnw test -Dtest=ApprovedPicturesTest -Dapprove} approves what
 * there is now.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovedPicturesTest {

  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
  private static final Path WORKSPACES = Path.of("src", "test", "resources", "workspaces");
  private static final Path PICTURES = Path.of("target", "pictures");

  /**
   * About one picture in a hundred comes out with a part of the window a pixel lower, as JavaFX's
   * layout is not always done when it says so; drawn again it is right.
   */
  private static final int AGAIN = 4;

  private static final boolean APPROVE = System.getProperty("approve") != null;

  private static final List<String> ONLY =
      Stream.of(System.getProperty("pictures", "").split(",", -1))
          .filter(name -> !name.isBlank())
          .toList();

  private static final List<Snapshots.Size> SIZES =
      List.of(new Snapshots.Size(1024, 700), new Snapshots.Size(1440, 900));

  private Program program;

  /** Pictures by name, of each subject: a lesson, or a view. */
  private final Map<String, Map<String, Opening>> subjects = new LinkedHashMap<>();

  @BeforeAll
  void load() throws Problem, IOException {
    program = Program.load(ProgramFolder.find());
    for (Lesson lesson : program.course().lessons()) {
      Map<String, Opening> steps = new LinkedHashMap<>();
      for (Step step : lesson.steps()) {
        String name = "%02d-%s".formatted(steps.size(), step.id());
        steps.put(name, new Opening.OfLesson(lesson.id(), steps.size()));
      }
      subjects.put(lesson.id(), steps);
    }
    for (View view : View.values()) {
      subjects.put(view.key(), new TreeMap<>());
    }
    try (Stream<Path> files = Files.list(WORKSPACES)) {
      for (Path file : files.sorted().toList()) {
        Opening.Of opening = new Opening.Of(WorkspaceFile.read(file));
        String name = file.getFileName().toString().replace(".yaml", "");
        subjects.get(opening.given().view().key()).put(name, opening);
      }
    }
    if (Files.exists(PICTURES)) {
      try (Stream<Path> left = Files.list(PICTURES)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** One look of a subject: what a sheet of approved pictures holds. */
  private record Look(String subject, Language language, Theme theme, Snapshots.Size size) {
    String name() {
      return "%s-%s-%dx%d".formatted(language.code(), theme.key(), size.width(), size.height());
    }

    File sheet() {
      return APPROVED.resolve(subject).resolve(name() + ".png").toFile();
    }
  }

  @Test
  void everyViewHasPictures() {
    subjects.forEach((name, pictures) -> assertFalse(pictures.isEmpty(), name));
  }

  @TestFactory
  Stream<DynamicNode> nothingIsCutOffAndAllLooksAsApproved() {
    return subjects.keySet().stream()
        .filter(subject -> ONLY.isEmpty() || ONLY.contains(subject))
        .map(subject -> dynamicContainer(subject, looks(subject).map(this::test)));
  }

  private Stream<Look> looks(String subject) {
    List<Look> looks = new ArrayList<>();
    for (Language language : program.languages().all()) {
      for (Theme theme : Theme.values()) {
        SIZES.forEach(size -> looks.add(new Look(subject, language, theme, size)));
      }
    }
    return looks.stream();
  }

  private DynamicTest test(Look look) {
    return dynamicTest(
        look.name(),
        () -> {
          List<String> faults = faults(look);
          assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
        });
  }

  /** A picture as it was drawn, and what is wrong with its layout. */
  @SuppressWarnings("ArrayRecordComponent") // pixels, handed on and never compared
  private record Drawn(String name, int[] argb, Thumbnail small, List<String> faults) {}

  private List<String> faults(Look look) throws Problem, IOException {
    List<String> faults = new ArrayList<>();
    Sheet sheet = new Sheet(look.size());
    List<Thumbnail> approved = look.sheet().exists() ? sheet.read(look.sheet()) : List.of();
    List<Thumbnail> now = new ArrayList<>();
    boolean same = true;
    for (Map.Entry<String, Opening> picture : subjects.get(look.subject()).entrySet()) {
      int index = now.size();
      boolean known = index < approved.size();
      Drawn drawn = draw(look, picture.getKey(), picture.getValue());
      for (int again = 0; again < AGAIN && known && differs(drawn, approved.get(index)); again++) {
        drawn = draw(look, picture.getKey(), picture.getValue());
      }
      String name = drawn.name();
      drawn.faults().forEach(fault -> faults.add(name + ": " + fault));
      now.add(drawn.small());
      List<String> seen =
          known
              ? compared(look, drawn, approved.get(index))
              : List.of(name + ": nothing was approved yet");
      same &= seen.isEmpty();
      seen.forEach(one -> reported(faults, one));
    }
    if (now.size() < approved.size()) {
      same = false;
      reported(
          faults,
          look.name()
              + ": %d pictures were approved, there are %d".formatted(approved.size(), now.size()));
    }
    if (APPROVE && !same) {
      sheet.write(now, look.sheet());
    }
    return faults;
  }

  /** Letters are drawn by other means on other systems; what is being approved is no fault. */
  private static void reported(List<String> faults, String difference) {
    if (!APPROVE && OS.LINUX.isCurrentOs()) {
      faults.add(difference);
    }
  }

  private Drawn draw(Look look, String picture, Opening opening) throws Problem {
    Snapshots snapshots =
        new Snapshots(
            program,
            program.languages().find(look.language().code()).orElseThrow(),
            look.theme(),
            look.size());
    String name = "%s-%s-%s".formatted(look.subject(), picture, look.name());
    return snapshots.take(
        opening,
        (scene, shown) -> {
          int[] argb = snapshots.pixels(scene);
          Thumbnail small = Thumbnail.of(argb, look.size().width(), look.size().height());
          return new Drawn(name, argb, small, LayoutFaults.of(scene));
        });
  }

  private static boolean differs(Drawn drawn, Thumbnail approved) {
    return Difference.between(drawn.small(), approved).isSeen();
  }

  /** What is seen to differ, in words; drawn in full beside the approved picture. */
  private static List<String> compared(Look look, Drawn drawn, Thumbnail approved)
      throws IOException {
    Difference difference = Difference.between(drawn.small(), approved);
    if (!difference.isSeen()) {
      return List.of();
    }
    write(look, drawn.name() + "-actual", drawn.argb());
    write(look, drawn.name() + "-approved", approved.argb());
    write(look, drawn.name() + "-difference", difference.shown(drawn.argb(), look.size().width()));
    return List.of("%s: %s; see %s".formatted(drawn.name(), difference, PICTURES));
  }

  private static void write(Look look, String name, int[] argb) throws IOException {
    Files.createDirectories(PICTURES);
    byte[] png = Png.encode(argb, look.size().width(), look.size().height());
    Files.write(PICTURES.resolve(name + ".png"), png);
  }

  @Test
  void everySheetHasASubject() throws IOException {
    List<Path> left;
    try (Stream<Path> folders = Files.list(APPROVED)) {
      left =
          folders
              .filter(folder -> !subjects.containsKey(String.valueOf(folder.getFileName())))
              .toList();
    }
    assertEquals(List.of(), left, "approved pictures of nothing: delete them");
  }
}
