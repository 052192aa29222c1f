package attentionscope.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.checkpoint.Pickled.Constant;
import attentionscope.checkpoint.Pickled.Dictionary;
import attentionscope.checkpoint.Pickled.Items;
import attentionscope.checkpoint.Pickled.Real;
import attentionscope.checkpoint.Pickled.Storage;
import attentionscope.checkpoint.Pickled.Tensor;
import attentionscope.checkpoint.Pickled.Text;
import attentionscope.checkpoint.Pickled.Whole;
import attentionscope.files.Problem;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's own pickler wrote is read, in every protocol that can hold tensors. */
class PickleTest {
  /**
   * By protocol: an OrderedDict, with a note, of a tensor a, a parameter b (the same storage,
   * turned round), n = -3, big = 2^70, x = 0.5, yes = True, none = None and list = [1, 2, "z"].
   */
  private static final Map<Integer, String> WRITTEN =
      Map.of(
          1,
          "Y2NvbGxlY3Rpb25zCk9yZGVyZWREaWN0CnEAKVJxAShYAQAAAGFxAmN0b3JjaC5fdXRpbHMKX3JlYnVp"
              + "bGRfdGVuc29yX3YyCnEDKChYBwAAAHN0b3JhZ2VxBGN0b3JjaApGbG9hdFN0b3JhZ2UKcQVYAQAAADBx"
              + "BlgDAAAAY3B1cQdLBHRxCFFLAShLAnRxCShLAXRxCkkwMApoAClScQt0cQxScQ1YAQAAAGJxDmN0b3Jj"
              + "aC5fdXRpbHMKX3JlYnVpbGRfcGFyYW1ldGVyCnEPKGgDKChoBGgFaAZoB0sEdHEQUUsAKEsCSwJ0cREo"
              + "SwFLAnRxEkkwMApoAClScRN0cRRScRVJMDEKaAApUnEWdHEXUnEYWAEAAABucRlK/f///1gDAAAAYmln"
              + "cRpMMTE4MDU5MTYyMDcxNzQxMTMwMzQyNEwKWAEAAAB4cRtHP+AAAAAAAABYAwAAAHllc3EcSTAxClgE"
              + "AAAAbm9uZXEdTlgEAAAAbGlzdHEeXXEfKEsBSwJYAQAAAHpxIGV1fXEhWAkAAABfbWV0YWRhdGFxImgA"
              + "KVJxI1gAAAAAcSR9cSVYBwAAAHZlcnNpb25xJksBc3NzYi4=",
          2,
          "gAJjY29sbGVjdGlvbnMKT3JkZXJlZERpY3QKcQApUnEBKFgBAAAAYXECY3RvcmNoLl91dGlscwpfcmVi"
              + "dWlsZF90ZW5zb3JfdjIKcQMoKFgHAAAAc3RvcmFnZXEEY3RvcmNoCkZsb2F0U3RvcmFnZQpxBVgBAAAA"
              + "MHEGWAMAAABjcHVxB0sEdHEIUUsBSwKFcQlLAYVxColoAClScQt0cQxScQ1YAQAAAGJxDmN0b3JjaC5f"
              + "dXRpbHMKX3JlYnVpbGRfcGFyYW1ldGVyCnEPaAMoKGgEaAVoBmgHSwR0cRBRSwBLAksChnERSwFLAoZx"
              + "EoloAClScRN0cRRScRWIaAApUnEWh3EXUnEYWAEAAABucRlK/f///1gDAAAAYmlncRqKCQAAAAAAAAAA"
              + "QFgBAAAAeHEbRz/gAAAAAAAAWAMAAAB5ZXNxHIhYBAAAAG5vbmVxHU5YBAAAAGxpc3RxHl1xHyhLAUsC"
              + "WAEAAAB6cSBldX1xIVgJAAAAX21ldGFkYXRhcSJoAClScSNYAAAAAHEkfXElWAcAAAB2ZXJzaW9ucSZL"
              + "AXNzc2Iu",
          4,
          "gASVVwEAAAAAAACMC2NvbGxlY3Rpb25zlIwLT3JkZXJlZERpY3SUk5QpUpQojAFhlIwMdG9yY2guX3V0"
              + "aWxzlIwSX3JlYnVpbGRfdGVuc29yX3YylJOUKCiMB3N0b3JhZ2WUjAV0b3JjaJSMDEZsb2F0U3RvcmFn"
              + "ZZSTlIwBMJSMA2NwdZRLBHSUUUsBSwKFlEsBhZSJaAIpUpR0lFKUjAFilGgFjBJfcmVidWlsZF9wYXJh"
              + "bWV0ZXKUk5RoBygoaAhoC2gMaA1LBHSUUUsASwJLAoaUSwFLAoaUiWgCKVKUdJRSlIhoAilSlIeUUpSM"
              + "AW6USv3///+MA2JpZ5SKCQAAAAAAAAAAQIwBeJRHP+AAAAAAAACMA3llc5SIjARub25llE6MBGxpc3SU"
              + "XZQoSwFLAowBepRldX2UjAlfbWV0YWRhdGGUaAIpUpSMAJR9lIwHdmVyc2lvbpRLAXNzc2Iu");

  private static Pickled read(byte[] pickle) throws Problem {
    PickleInput in = new PickleInput(Path.of("a.bin"), MemorySegment.ofArray(pickle), 0);
    return Pickle.read(in, new HashMap<>());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void everyProtocolSaysTheSame(int protocol) throws Problem {
    // 3 and 5 add nothing that is used here, so they differ from 2 and 4 by their number.
    int alike = protocol == 1 ? 1 : protocol / 2 * 2;
    byte[] pickle = Base64.getDecoder().decode(WRITTEN.getOrDefault(alike, ""));
    if (protocol > 1) {
      pickle[1] = (byte) protocol;
    }
    Storage storage = new Storage("0", DType.F32, 4);
    Dictionary read = (Dictionary) read(pickle);
    assertEquals(
        Map.of(
            new Text("a"), new Tensor(storage, 1, List.of(2L), List.of(1L)),
            new Text("b"), new Tensor(storage, 0, List.of(2L, 2L), List.of(1L, 2L)),
            new Text("n"), new Whole(-3),
            new Text("big"), new Real(0x1p70),
            new Text("x"), new Real(0.5),
            new Text("yes"), Constant.TRUE,
            new Text("none"), Constant.NONE,
            new Text("list"), new Items(List.of(new Whole(1), new Whole(2), new Text("z")))),
        read.entries());
    assertArrayEquals(
        new String[] {"a", "b", "n", "big", "x", "yes", "none", "list"},
        read.entries().keySet().stream().map(key -> ((Text) key).value()).toArray());
  }

  @Test
  void wholeNumbersOfAnyLengthAreRead() throws Problem {
    assertEquals(new Whole(0), read(new byte[] {(byte) 0x8a, 0, '.'}));
    assertEquals(new Whole(-1), read(new byte[] {(byte) 0x8a, 1, -1, '.'}));
    assertEquals(new Whole(255), read(new byte[] {(byte) 0x8a, 2, -1, 0, '.'}));
    assertEquals(new Whole(-2), read(new byte[] {'J', -2, -1, -1, -1, '.'}));
  }

  @Test
  void orderedDictionariesOfPythonTwoAreMadeOfPairs() throws Problem {
    PickleBytes pickle =
        new PickleBytes().global("collections", "OrderedDict").raw("(](](U\1aK\1e](U\1bK\2eetR.");
    Dictionary read = (Dictionary) read(pickle.bytes());
    assertEquals(Map.of(new Text("a"), new Whole(1), new Text("b"), new Whole(2)), read.entries());
  }
}
