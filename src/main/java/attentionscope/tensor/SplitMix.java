package attentionscope.tensor;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): the
 * same numbers on every machine and in every version of Java.
 */
public final class SplitMix {

  /** 2^64 over the golden ratio: from one state to the next, and between neighbouring seeds. */
  public static final long STEP = 0x9e3779b97f4a7c15L;

  private SplitMix() {}

  /** The output function: neighbouring numbers come out far apart. */
  public static long scatter(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
