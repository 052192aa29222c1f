package attentionscope.train.task;

import attentionscope.tensor.SplitMix;
import java.util.List;

/** The two parts of a task's samples. A sample is in one of them, whatever the seed. */
public enum Part {
  TRAIN,
  /** About a tenth of all samples; never trained on. */
  TEST;

  private static final long SHARE = 10;

  /**
   * The part that a sample is in: a hash of its words alone, so it is the same on every machine and
   * in every version (FNV-1a, 64 bits, over UTF-16, scattered by {@link SplitMix#scatter}).
   *
   * @param words what makes one sample differ from another, usually its source
   */
  static Part of(List<String> words) {
    long hash = 0xcbf29ce484222325L;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ ' ') * 0x100000001b3L;
    }
    return Long.remainderUnsigned(SplitMix.scatter(hash), SHARE) == 0 ? TEST : TRAIN;
  }
}
