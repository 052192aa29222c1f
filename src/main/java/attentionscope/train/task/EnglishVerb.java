package attentionscope.train.task;

/**
 * An English verb. What follows its first word ("wait for") stays as it is.
 *
 * @param base read
 * @param past read
 */
record EnglishVerb(String base, String past) {

  private String first() {
    int blank = base.indexOf(' ');
    return blank < 0 ? base : base.substring(0, blank);
  }

  private String rest() {
    return base.substring(first().length());
  }

  /** He reads. */
  String third() {
    return first().equals("have") ? "has" : plural(first()) + rest();
  }

  /** Reading: a final e falls, a consonant after one short stressed vowel is doubled. */
  String ing() {
    String verb = first();
    String stem = verb;
    if (verb.endsWith("ie")) {
      stem = verb.substring(0, verb.length() - 2) + "y";
    } else if (verb.endsWith("e") && !verb.endsWith("ee")) {
      stem = verb.substring(0, verb.length() - 1);
    } else if (verb.matches("[^aeiou]*[aeiou][^aeiouwxy]")) {
      stem = verb + verb.charAt(verb.length() - 1);
    }
    return stem + "ing" + rest();
  }

  /** With s, es or ies: of verbs and of regular nouns. */
  static String plural(String word) {
    if (word.matches(".*[^aeiou]y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word + (word.matches(".*(s|x|z|ch|sh|[^aeiou]o)") ? "es" : "s");
  }
}
