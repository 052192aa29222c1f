package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.view.Theme;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson played without a screen: a picture and the words of every step. */
class TourTest {

  private static final Snapshots.Size SIZE = new Snapshots.Size(1024, 700);

  @Test
  void everyStepIsDrawnAndTold(@TempDir Path folder) throws Exception {
    Program program = Program.load(ProgramFolder.find());
    StringWriter out = new StringWriter();
    List<Path> pictures =
        Tour.play(
            program,
            "13-scaled-dot-product",
            program.languages().find("ko").orElseThrow(),
            Theme.DARK,
            SIZE,
            folder.resolve("new"),
            new PrintWriter(out, true));
    assertEquals(
        program.course().find("13-scaled-dot-product").orElseThrow().steps().size(),
        pictures.size());
    for (Path picture : pictures) {
      ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(picture));
      // PNG: eight bytes of signature, eight of the header's head, then width and height
      assertEquals(SIZE.width(), png.getInt(16));
      assertEquals(SIZE.height(), png.getInt(20));
      assertTrue(out.toString().contains(picture.getFileName().toString()));
    }
    assertTrue(out.toString().contains("−0.575"), "the numbers of the run are told");
    assertFalse(out.toString().contains("{{"));
  }

  @Test
  void aLessonThatThereIsNotIsSaid(@TempDir Path folder) throws Exception {
    Program program = Program.load(ProgramFolder.find());
    Assertions.assertThrows(
        Problem.class,
        () ->
            Tour.play(
                program,
                "99-nothing",
                program.languages().find("en").orElseThrow(),
                Theme.LIGHT,
                SIZE,
                folder,
                new PrintWriter(new StringWriter())));
  }

  @Test
  void linesFitATerminalAndKoreanLettersCountTwice() {
    String line = "어텐션 ".repeat(40).strip();
    for (String wrapped : Tour.wrap(line)) {
      assertTrue(wrapped.length() + wrapped.replaceAll("[^가-힣]", "").length() <= 100, wrapped);
    }
    assertEquals(List.of("  one line"), Tour.wrap("one line"));
  }
}
