package attentionscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class NpzFuzz {
  @FuzzTest(maxDuration = "2m")
  void read(byte[] bytes) {
    FuzzedReader.NPZ.read(bytes);
  }
}
