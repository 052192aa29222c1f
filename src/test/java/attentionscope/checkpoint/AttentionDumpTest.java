package attentionscope.checkpoint;

import static attentionscope.checkpoint.Faults.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.SharedFolder;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.tensor.Axis;
import attentionscope.trace.Expr;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attention that somebody else computed. */
class AttentionDumpTest {
  private final Path file;
  private final SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();

  AttentionDumpTest(@TempDir Path folder) {
    this.file = folder.resolve("run.safetensors");
  }

  /** Rows that sum to 1, each cell telling where it is. */
  private static NdArray weights(long... shape) {
    int keys = (int) shape[shape.length - 1];
    float[] all = new float[(int) LongStream.of(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < all.length; i++) {
      all[i] = 1f / keys + (i % keys == 0 ? 1e-6f * i : 0);
    }
    return NdArray.of(all, shape);
  }

  private ArrayFile written(Map<String, String> metadata) throws Problem {
    SafetensorsWriter.write(file, new ArrayFile(file, arrays, metadata));
    return ArrayFiles.read(file);
  }

  private AttentionDump open() throws Problem {
    return AttentionDump.of("run", written(Map.of()));
  }

  private Path beside(String name, String json) throws IOException {
    return Files.writeString(file.resolveSibling(name), json);
  }

  private static Trace run(AttentionDump dump, int sample) throws Problem {
    Tokens tokens = Tokens.of(List.of(sample), List.of("?"));
    return dump.run(new ModelInput(tokens, Optional.empty(), ""), List.of());
  }

  private static Node node(Trace trace, String id) throws Problem {
    return trace.get(TensorId.of(id));
  }

  private void assertFault(String key, Map<String, String> metadata) {
    assertProblem(
        "checkpoint.problem." + key, file, () -> AttentionDump.of("run", written(metadata)));
  }

  @Test
  void allLayersMayStandInOneArray() throws Exception {
    arrays.put("attentions", weights(2, 3, 4, 4));
    AttentionDump dump = open();
    assertEquals(List.of("0"), dump.samples());
    Trace trace = run(dump, 0);
    assertEquals(6, trace.nodes().size());
    Node weights = node(trace, "encoder.1.self.head.2.weights");
    assertEquals(arrays.get("attentions").number(5 * 16 + 2 * 4 + 1), weights.at(2, 1));
    assertEquals(Axis.Role.SOURCE_TOKENS, weights.rows().role());
    assertEquals(Axis.Part.KEYS, weights.columns().part());
    assertEquals("3", weights.rows().label(3));
    assertEquals(
        new Expr.Given(new Origin.File("run.safetensors", "attentions"), weights.at(2, 1)),
        weights.explain(2, 1));
    assertEquals(Optional.empty(), dump.remark());
  }

  @Test
  void aLayerMayBeAnArrayWithSamplesInFront() throws Exception {
    for (int layer : new int[] {10, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8}) {
      arrays.put("attentions." + layer, weights(2, 1, 3, 3));
    }
    arrays.put("logits", weights(2, 3, 5));
    AttentionDump dump = open();
    assertEquals(List.of("0", "1"), dump.samples());
    Node weights = node(run(dump, 1), "encoder.10.self.head.0.weights");
    assertEquals(arrays.get("attentions.10").number(9 + 4), weights.at(1, 1));
  }

  @Test
  void anEncoderAndADecoderHaveThreeKinds() throws Exception {
    arrays.put("encoder_attentions_0", weights(1, 2, 5, 5));
    arrays.put("decoder_attentions_0", weights(1, 2, 3, 3));
    arrays.put("cross_attentions_0", weights(1, 2, 3, 5));
    beside(
        "run.json",
        "{\"source_tokens\": [[\"a\",\"b\",\"c\",\"d\",\"e\"]], \"target_tokens\":"
            + " [\"x\",\"y\",\"z\"]}");
    Trace trace = run(open(), 0);
    Node cross = node(trace, "decoder.0.cross.head.1.weights");
    assertEquals(Axis.Role.TARGET_TOKENS, cross.rows().role());
    assertEquals(Axis.Role.SOURCE_TOKENS, cross.columns().role());
    assertEquals(List.of("x", "y", "z"), cross.rows().labels());
    assertEquals(List.of("a", "b", "c", "d", "e"), cross.columns().labels());
    assertTrue(trace.find(TensorId.of("decoder.0.self.head.0.weights")).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"2,3,false,3", "1,3,false,1", "3,1,false,1", "3,1,true,3", "2,3,true,2"})
  void twoAxesInFrontAreSamplesAndLayers(int first, int second, boolean ids, int samples)
      throws Exception {
    arrays.put("attentions", weights(first, second, 1, 2, 2));
    if (ids) {
      arrays.put("input_ids", NdArray.of(new long[2 * first], first, 2));
    } else if (first == 2) {
      beside("tokens.json", "[[\"a\",\"b\"],[\"c\",\"d\"],[\"e\",\"f\"]]");
    }
    AttentionDump dump = open();
    assertEquals(samples, dump.samples().size());
    if (first == 2 && !ids) {
      Node weights = node(run(dump, 1), "encoder.1.self.head.0.weights");
      assertEquals(List.of("c", "d"), weights.rows().labels());
      assertEquals(arrays.get("attentions").number(4 * 4 + 2), weights.at(1, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":7,\"tokens\":[\"a\",\"b\"]},{\"id\":\"x\",\"tokens\":[\"c\",\"d\",\"e\"]}]",
        "[{\"tokens\":[\"c\",\"d\",\"e\"]},{\"tokens\":[\"a\",\"b\"]}]",
        "[[\"c\",\"d\",\"e\"],[\"a\",\"b\"]]",
        "{\"x\":[\"c\",\"d\",\"e\"],\"7\":{\"tokens\":[\"a\",\"b\"]}}",
        "{\"tokens\":[[\"c\",\"d\",\"e\"],[\"a\",\"b\"]]}"
      })
  void samplesHaveTheirTokens(String json) throws Exception {
    arrays.put("x/attentions", weights(1, 1, 3, 3));
    arrays.put("7/attentions", weights(1, 1, 2, 2));
    beside("sentences.json", json);
    AttentionDump dump = open();
    assertEquals(List.of("x", "7"), dump.samples());
    String id = "encoder.0.self.head.0.weights";
    assertEquals(List.of("c", "d", "e"), node(run(dump, 0), id).rows().labels());
    assertEquals(List.of("a", "b"), node(run(dump, 1), id).columns().labels());
  }

  @Test
  void whoeverLooksBackOnlyIsADecoder() throws Exception {
    float[] both = {1, 0, 0, 0.5f, 0.5f, 0, 0.25f, 0.25f, 0.5f, 0.5f, 0.5f, 0, 0, 1, 0, 0, 0, 1};
    arrays.put("back/attentions", NdArray.of(Arrays.copyOf(both, 9), 1, 1, 3, 3));
    arrays.put("padded/attentions", NdArray.of(Arrays.copyOfRange(both, 9, 18), 1, 1, 3, 3));
    AttentionDump dump = open();
    assertEquals(0.5f, node(run(dump, 0), "decoder.0.self.head.0.weights").at(1, 1));
    assertEquals(0.5f, node(run(dump, 1), "decoder.0.self.head.0.weights").at(0, 1));
    arrays.remove("back/attentions");
    assertEquals(0.5f, node(run(open(), 0), "encoder.0.self.head.0.weights").at(0, 1));
  }

  @Test
  void tokensMayStandInTheMetadata() throws Exception {
    arrays.put("attentions", weights(1, 1, 1, 3));
    AttentionDump dump = AttentionDump.of("run", written(Map.of("tokens", "[\"a\",\"b\",\"c\"]")));
    Node weights = node(run(dump, 0), "encoder.0.self.head.0.weights");
    assertEquals(List.of("c"), weights.rows().labels(), "only the newest token asks");
    assertFault("dump-tokens", Map.of("tokens", "a b c"));
  }

  @Test
  void whatDoesNotFitIsNamed() throws Exception {
    assertFault("dump-none", Map.of());
    arrays.put("attentions", weights(3, 3));
    assertFault("dump-shape", Map.of());
    arrays.put("attentions", NdArray.of(new long[4], 1, 1, 2, 2));
    assertFault("dump-shape", Map.of());
    arrays.put("attentions", NdArray.of(new float[0], 1, 0, 2, 2));
    assertFault("dump-shape", Map.of());
    arrays.put("attentions", weights(1, 1, 3, 2));
    assertFault("dump-length", Map.of());
    arrays.put("attentions", weights(1, 1, 2, 2));
    assertFault("dump-length", Map.of("tokens", "[\"a\",\"b\",\"c\"]"));
    arrays.clear();
    arrays.put("attentions.1", weights(1, 2, 2));
    assertFault("dump-layer", Map.of());
    arrays.put("attentions.0", weights(2, 1, 2, 2));
    assertFault("dump-batch", Map.of());
    arrays.put("attentions.0", weights(1, 3, 3));
    assertFault("dump-length", Map.of());
    arrays.put("attentions.0", weights(1, 2, 2));
    AttentionDump dump = open();
    assertProblem("checkpoint.problem.dump-sample", file, () -> run(dump, 1));
  }

  @Test
  void whatIsNoSharesOfOneIsShownAndSaid() throws Exception {
    float[] scores = {0.5f, 0.5f, 3f, -2f, Float.NaN, 1f, 0f, 0f};
    arrays.put("a/attentions", NdArray.of(scores, 1, 1, 4, 2));
    Path tokens = beside("tokens.json", "{\"a\": [\"1\",\"2\",\"3\",\"4\"]}");
    assertFault("dump-length", Map.of());
    Files.delete(tokens);
    arrays.put("a/attentions", NdArray.of(scores, 1, 2, 2, 2));
    AttentionDump dump = open();
    Problem remark = dump.remark().orElseThrow();
    assertEquals(
        List.of(file, 3L, 4L, "a", "encoder.0.self.head.0.weights", 1, "1.000"), remark.args());
    Trace trace = run(dump, 0);
    assertTrue(Float.isNaN(node(trace, "encoder.0.self.head.1.weights").at(0, 0)));
  }

  @Test
  void aRecordedCellCanBeChanged() throws Exception {
    arrays.put("attentions", weights(1, 1, 2, 2));
    TensorId id = TensorId.of("encoder.0.self.head.0.weights");
    Intervention zero = new Intervention.Zero(id.path());
    Tokens first = Tokens.of(List.of(0), List.of("0"));
    Trace trace = open().run(new ModelInput(first, Optional.empty(), ""), List.of(zero));
    assertEquals(0f, trace.get(id).at(1, 1));
  }

  @Tag("reference")
  @Test
  void theAttentionOfEveryReferenceCaseIsADump() throws Exception {
    Path cases = ReferenceFolder.find().resolve("hf");
    try (Stream<Path> folders = Files.list(cases)) {
      for (Path folder : folders.sorted().toList()) {
        ArrayFile expected = ArrayFiles.read(folder.resolve("expected.safetensors"));
        AttentionDump dump = AttentionDump.of("case", expected);
        String array = expected.has("attentions.1") ? "attentions.1" : "decoder_attentions.1";
        boolean encodes = folder.getFileName().toString().matches("(distil|ro)?bert.*");
        String stack = encodes ? "encoder" : "decoder";
        NdArray reference = expected.get(array);
        int last = dump.samples().size() - 1;
        assertEquals(reference.shape().size(0), last + 1, folder.toString());
        Node weights = node(run(dump, last), stack + ".1.self.head.1.weights");
        assertEquals(reference.part(last, 1).number(0), weights.at(0, 0), folder.toString());
        boolean hidden = folder.endsWith("gpt2-leftpad"); // whose first queries see nothing
        assertTrue(hidden || dump.remark().isEmpty(), folder.toString());
      }
    }
  }

  @Test
  void bertsAttentionOnSixSentencesIsOpened() throws Exception {
    Path recorded = SharedFolder.find("real/dodrio-bert-attn");
    AttentionDump dump = AttentionDump.of("bert", WeightFiles.open(recorded));
    assertEquals(List.of("1479", "1013", "1002", "1478", "1909", "123"), dump.samples());
    assertEquals(Optional.empty(), dump.remark());
    for (int sample = 0; sample < 6; sample++) {
      Trace trace = run(dump, sample);
      assertEquals(144, trace.nodes().size());
      Node weights = node(trace, "encoder.11.self.head.11.weights");
      assertEquals("[CLS]", weights.rows().label(0));
      assertEquals("[SEP]", weights.columns().label(22));
    }
    Node first = node(run(dump, 0), "encoder.0.self.head.0.weights");
    assertEquals("enigma", first.rows().label(20));
    assertFalse(Arrays.asList(0f, 1f).contains(first.at(0, 0)));
  }
}
