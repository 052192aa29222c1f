package attentionscope.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of the reference data that has a plain form is read. */
@Tag("reference")
class ReferenceFilesTest {
  private static List<Path> files(String ending) throws IOException {
    Path folder = ReferenceFolder.find();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
      assertFalse(found.isEmpty(), "no file *" + ending + " under " + folder);
      return found;
    }
  }

  @Test
  void everySafetensorsFileIsReadAndItsNumbersToo() throws Exception {
    for (Path file : files(".safetensors")) {
      ArrayFile arrays = Safetensors.read(file);
      assertFalse(arrays.arrays().isEmpty(), file::toString);
      arrays
          .arrays()
          .forEach((name, array) -> assertEquals(array.count(), array.floats().length, name));
    }
  }

  @Test
  void everySafetensorsFileSurvivesTheRoundTrips(@TempDir Path folder) throws Exception {
    Path copy = folder.resolve("copy.safetensors");
    for (Path file : files(".safetensors")) {
      ArrayFile arrays = Safetensors.read(file);
      SafetensorsWriter.write(copy, arrays);
      ArrayFile again = Safetensors.read(copy);
      SafetensorsTest.assertSame(arrays.arrays(), again.arrays());
      assertEquals(arrays.metadata(), again.metadata());
    }
  }

  @Test
  void everyJsonFileIsRead() throws Exception {
    for (Path file : files(".json")) {
      assertTrue(JsonFile.read(file).isObject(), file::toString);
    }
  }
}
