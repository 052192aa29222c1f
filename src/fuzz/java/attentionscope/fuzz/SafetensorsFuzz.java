package attentionscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SafetensorsFuzz {
  @FuzzTest(maxDuration = "2m")
  void read(byte[] bytes) {
    FuzzedReader.SAFETENSORS.read(bytes);
  }
}
