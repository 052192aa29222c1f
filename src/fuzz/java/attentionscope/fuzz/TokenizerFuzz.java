package attentionscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class TokenizerFuzz {
  @FuzzTest(maxDuration = "2m")
  void read(byte[] bytes) {
    FuzzedReader.TOKENIZER.read(bytes);
  }
}
