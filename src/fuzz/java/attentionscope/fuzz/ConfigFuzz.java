package attentionscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ConfigFuzz {
  @FuzzTest(maxDuration = "2m")
  void read(byte[] bytes) {
    FuzzedReader.CONFIG.read(bytes);
  }
}
