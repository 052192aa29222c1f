package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import attentionscope.ReferenceFolder;
import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Our engine against PyTorch: every case that the folder {@code torch-nn} holds, whatever it is
 * called and however large. What a case is, the keys of its configuration tell; every array that it
 * stores is compared, is an input, or is named here as left out.
 */
@Tag("reference")
class TorchReferenceTest {

  /** Runs a case and compares. */
  @FunctionalInterface
  private interface Comparing {
    void compare(ReferenceCase given, Comparison comparison) throws Problem;
  }

  @TestFactory
  Stream<DynamicTest> resultsAgreeWithPyTorch() throws IOException {
    Path folder = ReferenceFolder.find().resolve("torch-nn");
    List<Path> cases;
    try (Stream<Path> entries = Files.list(folder)) {
      cases = entries.filter(Files::isDirectory).sorted().toList();
    }
    assertFalse(cases.isEmpty(), "no case in " + folder);
    return cases.stream().map(TorchReferenceTest::test);
  }

  private static DynamicTest test(Path folder) {
    return DynamicTest.dynamicTest(
        folder.getFileName().toString(), () -> compare(ReferenceCase.open(folder)));
  }

  private static void compare(ReferenceCase given) throws Problem {
    if (TorchTransformer.recognises(given)) {
      compare(given, TorchTransformer::compare);
    } else if (TorchTraining.recognises(given)) {
      compare(given, TorchTraining::compare);
    } else if (TorchAttention.recognises(given)) {
      compare(given, TorchAttention::compare);
    } else if (TorchBasics.recognises(given)) {
      compare(given, TorchBasics::compare);
    } else if (TorchTables.recognises(given)) {
      compare(given, TorchTables::compare);
    } else if (TorchRecurrent.recognises(given)) {
      compare(given, TorchRecurrent::compare);
    } else if (TorchScores.recognises(given)) {
      compare(given, TorchScores::compare);
    } else {
      fail(given.name() + " is no kind of case known here: " + given.config());
    }
  }

  private static void compare(ReferenceCase given, Comparing comparing) throws Problem {
    Comparison comparison = new Comparison(given.expected());
    comparing.compare(given, comparison);
    comparison.assertNothingForgotten();
  }
}
