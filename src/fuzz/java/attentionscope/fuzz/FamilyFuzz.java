package attentionscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class FamilyFuzz {
  @FuzzTest(maxDuration = "2m")
  void read(byte[] bytes) {
    FuzzedReader.FAMILY.read(bytes);
  }
}
