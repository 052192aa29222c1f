package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.op.Exactness;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recurrent model in a folder opens and runs as any other. */
class RecurrentFolderTest {

  @TempDir Path folder;

  @Test
  void anEncoderDecoderWithAttentionIsTraced() throws Problem, IOException {
    Trace trace =
        trace(
            "seq2seq",
            """
            , "reversed": true, "peeky": true, "feed": "next-step", "attentional": 7,
            "attention": {"score": "additive", "width": 4, "window": "monotonic", "reach": 2}\
            """);
    assertEquals(1, AttentionSite.of(trace).size());
    assertEquals(
        List.of("<start>", "I", "go", "home"),
        trace.get(TensorId.of("decoder.attention.weights")).rows().labels());
    assertEquals(
        List.of("나", "는", "집", "에", "갑니다"),
        trace.get(TensorId.of("decoder.attention.weights")).columns().labels());
    assertEquals(
        List.of("갑니다"), trace.get(TensorId.of("encoder.0.forward.step.0.cell")).rows().labels());
    Exactness.assertExplanationsAreExact(trace);
  }

  @Test
  void aClassifierAndATaggerAreTraced() throws Problem, IOException {
    Trace judged = trace("recurrent-classifier", ", \"attention\": {\"score\": \"dot\"}");
    assertEquals(1, judged.get(TensorId.of("probabilities")).value().numRows);
    Trace tagged = trace("recurrent-tagger", ", \"skip\": true");
    assertEquals(5, tagged.get(TensorId.of("probabilities")).value().numRows);
  }

  @Test
  void whatCannotBeIsSaid() {
    Problem fed = assertThrows(Problem.class, () -> trace("seq2seq", ", \"feed\": \"own-step\""));
    assertTrue(fed.getMessage().contains("recurrent.attention"), fed.getMessage());
    Problem tagger =
        assertThrows(
            Problem.class,
            () -> trace("recurrent-tagger", ", \"attention\": {\"score\": \"dot\"}"));
    assertTrue(tagger.getMessage().contains("recurrent.attention"), tagger.getMessage());
    Problem wide = assertThrows(Problem.class, () -> trace("seq2seq", ", \"layers\": 0"));
    assertTrue(wide.getMessage().contains("layers"), wide.getMessage());
  }

  private Trace trace(String kind, String choices) throws Problem, IOException {
    String written =
        """
        {
          "model_type": "attention-scope",
          "kind": "%s",
          "d_model": 6,
          "recurrent": {"cell": "lstm", "layers": 2, "width": 5, "bidirectional": true%s},
          "seed": 3,
          "vocabulary": {
            "source": ["<pad>", "나", "는", "집", "에", "갑니다"],
            "target": ["<pad>", "<start>", "<end>", "I", "go", "home"]
          },
          "example": {"source": "나 는 집 에 갑니다", "target": "I go home"}
        }
        """
            .formatted(kind, choices);
    if (choices.contains("layers")) {
      written = written.replace("\"layers\": 2, ", "");
    }
    Files.writeString(folder.resolve("config.json"), written);
    OpenedModel opened =
        new ModelLibrary(ProgramFolder.find()).open(folder.toAbsolutePath().toString());
    return opened.model().run(opened.read(opened.example()), List.of());
  }
}
