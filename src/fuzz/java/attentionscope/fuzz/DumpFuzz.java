package attentionscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class DumpFuzz {
  @FuzzTest(maxDuration = "2m")
  void read(byte[] bytes) {
    FuzzedReader.DUMP.read(bytes);
  }
}
