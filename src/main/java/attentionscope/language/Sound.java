package attentionscope.language;

/** How a word ends when it is read in Korean; particles depend on it. */
enum Sound {
  /** In a vowel. */
  OPEN,
  /** In the consonant ㄹ, after which 으로 becomes 로. */
  RIEUL,
  /** In another consonant. */
  CLOSED,
  /** Nobody can tell. */
  UNKNOWN
}
