package attentionscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PickleFuzz {
  @FuzzTest(maxDuration = "2m")
  void read(byte[] bytes) {
    FuzzedReader.PICKLE.read(bytes);
  }
}
