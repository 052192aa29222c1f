package attentionscope.train.task;

/** Korean particles as words of their own, in the form that fits what stands before them. */
enum KoreanParticle {
  TOPIC("은", "는"),
  SUBJECT("이", "가"),
  OBJECT("을", "를"),
  WITH("과", "와"),
  IS("이에요", "예요"),
  WAS("이었어요", "였어요");

  private final String closed;
  private final String open;

  KoreanParticle(String closed, String open) {
    this.closed = closed;
    this.open = open;
  }

  /** Both forms: after a final consonant and after a vowel. */
  String form(boolean afterConsonant) {
    return afterConsonant ? closed : open;
  }

  /** The phrase, a blank and the particle. */
  String after(String phrase) {
    return phrase + " " + form(Hangul.closed(phrase));
  }
}
