package attentionscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.ProgramFolder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A character that our own fonts lack would look different on every machine, or be an empty box.
 */
class FontsTest {
  private static final List<String> TEXTS = List.of(".properties", ".md", ".yaml");

  private final ProgramFolder program = ProgramFolder.find();

  @Test
  void ourFontsHoldEveryCharacterOfOurTexts() throws IOException, FontFormatException {
    Font korean = font("Pretendard-Regular.otf");
    Font mono = font("NotoSansMono-Regular.ttf");
    Map<String, Path> lacking = new TreeMap<>();
    for (Path text : texts()) {
      Files.readString(text)
          .codePoints()
          .filter(c -> !Character.isISOControl(c) && !korean.canDisplay(c) && !mono.canDisplay(c))
          .forEach(c -> lacking.put(Character.toString(c) + " " + Character.getName(c), text));
    }
    assertEquals(Map.of(), lacking);
  }

  private List<Path> texts() throws IOException {
    List<Path> texts = new ArrayList<>();
    for (Path folder : List.of(program.assets().resolve("languages"), program.lessons())) {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(file -> TEXTS.stream().anyMatch(file.toString()::endsWith))
              .forEach(texts::add);
        }
      }
    }
    return texts;
  }

  private Font font(String name) throws IOException, FontFormatException {
    return Font.createFont(
        Font.TRUETYPE_FONT, program.assets().resolve("fonts").resolve(name).toFile());
  }
}
