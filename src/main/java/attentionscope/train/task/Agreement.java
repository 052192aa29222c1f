package attentionscope.train.task;

/** What an English verb agrees with. */
enum Agreement {
  /** I am. */
  FIRST("am", "was"),
  /** It is. */
  SINGULAR("is", "was"),
  /** They are, you are. */
  PLURAL("are", "were");

  private final String be;
  private final String was;

  Agreement(String be, String was) {
    this.be = be;
    this.was = was;
  }

  String be() {
    return be;
  }

  String was() {
    return was;
  }

  /** Do or does, have or has, read or reads. */
  String of(String base, String third) {
    return this == SINGULAR ? third : base;
  }
}
