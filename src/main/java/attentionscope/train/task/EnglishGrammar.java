package attentionscope.train.task;

import attentionscope.files.Problem;
import attentionscope.train.task.WordFile.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * English sentences whose verb agrees with a noun that often stands far before it, with other nouns
 * between: "the keys to the old cabinet are on the table" (after Linzen, Dupoux and Goldberg,
 * "Assessing the Ability of LSTMs to Learn Syntax-Sensitive Dependencies", 2016).
 */
record EnglishGrammar(
    List<Noun> nouns,
    List<Determiner> determiners,
    List<Adjective> adjectives,
    List<Preposition> prepositions,
    List<Verb> actions,
    List<Verb> happenings,
    List<Adjective> adverbs) {

  /** Kinds of words. */
  static final List<String> TAGS =
      List.of("determiner", "adjective", "noun", "verb", "preposition", "relative", "adverb");

  private record Noun(String one, String several, List<String> classes) {
    String form(boolean many) {
      return many ? several : one;
    }
  }

  private record Determiner(String one, String several, List<String> classes) {
    boolean suits(Noun noun, boolean subject) {
      return classes.isEmpty()
          || meet(classes, noun.classes)
          || (subject && classes.contains("subject"));
    }
  }

  /** An adjective or adverb, and of what it is said. */
  private record Adjective(String word, List<String> classes) {}

  private record Preposition(String word, List<String> of, List<String> following) {}

  /** A verb; without objects, {@code what} is empty. */
  private record Verb(String base, String third, List<String> who, List<String> what) {
    String form(boolean many) {
      return many ? base : third;
    }
  }

  /** A word and which kind it is. */
  record Word(String text, String tag) {}

  /**
   * A sentence.
   *
   * @param verb place of the verb that agrees with the subject
   * @param wrong what the verb would be, were the subject one instead of several or the reverse
   * @param many whether the subject is several
   */
  record Sentence(List<Word> words, int verb, String wrong, boolean many) {
    Sentence {
      words = List.copyOf(words);
    }

    List<String> texts() {
      return words.stream().map(Word::text).toList();
    }

    List<String> tags() {
      return words.stream().map(Word::tag).toList();
    }

    Sample.Choice choice() {
      return new Sample.Choice(verb, words.get(verb).text(), wrong);
    }
  }

  static EnglishGrammar read(Path path) throws Problem {
    WordFile file = WordFile.read(path);
    List<Noun> nouns = new ArrayList<>();
    for (Row row : file.rows("nouns", 3)) {
      nouns.add(new Noun(row.cell(0), row.cell(1), row.words(2)));
    }
    List<Determiner> determiners = new ArrayList<>();
    for (Row row : file.rows("determiners", 3)) {
      determiners.add(new Determiner(row.cell(0), row.cell(1), row.words(2)));
    }
    List<Preposition> prepositions = new ArrayList<>();
    for (Row row : file.rows("prepositions", 3)) {
      prepositions.add(new Preposition(row.cell(0), row.words(1), row.words(2)));
    }
    List<Verb> actions = new ArrayList<>();
    for (Row row : file.rows("actions", 4)) {
      actions.add(new Verb(row.cell(0), row.cell(1), row.words(2), row.words(3)));
    }
    List<Verb> happenings = new ArrayList<>();
    for (Row row : file.rows("happenings", 3)) {
      happenings.add(new Verb(row.cell(0), row.cell(1), row.words(2), List.of()));
    }
    return new EnglishGrammar(
        nouns,
        determiners,
        adjectives(file, "adjectives"),
        prepositions,
        actions,
        happenings,
        adjectives(file, "adverbs"));
  }

  private static List<Adjective> adjectives(WordFile file, String section) throws Problem {
    return file.rows(section, 2).stream()
        .map(row -> new Adjective(row.cell(0), row.words(1)))
        .toList();
  }

  /** All words, each once. */
  Set<String> words() {
    Set<String> words = new LinkedHashSet<>(List.of("an", "that", "is", "are", "was", "were"));
    determiners.forEach(d -> words.addAll(List.of(d.one, d.several)));
    adjectives.forEach(a -> words.add(a.word));
    prepositions.forEach(p -> words.add(p.word));
    adverbs.forEach(a -> words.add(a.word));
    nouns.forEach(n -> words.addAll(List.of(n.one, n.several)));
    actions.forEach(v -> words.addAll(List.of(v.base, v.third)));
    happenings.forEach(v -> words.addAll(List.of(v.base, v.third)));
    return words;
  }

  /**
   * Draws a sentence.
   *
   * @param many whether its subject is several
   */
  Sentence sentence(Draw draw, boolean many) {
    return new Writer(draw).sentence(many);
  }

  private static boolean meet(List<String> some, List<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  /** Writes one sentence. */
  private final class Writer {
    private final Draw draw;
    private final List<Word> words = new ArrayList<>();
    private final Set<Noun> used = new LinkedHashSet<>();

    Writer(Draw draw) {
      this.draw = draw;
    }

    private void add(String text, String tag) {
      words.add(new Word(text, tag));
    }

    private <T> T fitting(List<T> all, Predicate<T> fits) {
      return draw.of(all.stream().filter(fits).toList());
    }

    /** A noun of these classes, and if possible one that is not in the sentence yet. */
    private Noun noun(List<String> classes) {
      List<Noun> fit = nouns.stream().filter(n -> meet(n.classes, classes)).toList();
      List<Noun> left = fit.stream().filter(n -> !used.contains(n)).toList();
      Noun noun = draw.of(left.isEmpty() ? fit : left);
      used.add(noun);
      return noun;
    }

    private boolean coin() {
      return draw.chance(1, 2);
    }

    Sentence sentence(boolean many) {
      Noun subject = draw.of(nouns);
      used.add(subject);
      phrase(subject, many);
      switch (draw.below(10)) {
        case 0, 1 -> {}
        case 2, 3, 4, 5 -> around(subject);
        case 6 -> {
          around(subject);
          around(subject);
        }
        default -> clause(subject, many);
      }
      int verb = words.size();
      return new Sentence(words, verb, predicate(subject, many), many);
    }

    /** The old cabinet. */
    private void phrase(Noun noun, boolean many) {
      boolean subject = words.isEmpty();
      Determiner determiner = fitting(determiners, d -> d.suits(noun, subject));
      String what = noun.form(many);
      String how = "";
      if (draw.chance(1, 4)) {
        how = fitting(adjectives, a -> meet(a.classes, noun.classes)).word;
      }
      String article = many ? determiner.several : determiner.one;
      boolean vowel = "aeiou".indexOf((how + what).charAt(0)) >= 0;
      add(article.equals("a") && vowel ? "an" : article, "determiner");
      if (!how.isEmpty()) {
        add(how, "adjective");
      }
      add(what, "noun");
    }

    /** To the cabinet. */
    private void around(Noun noun) {
      Preposition preposition = fitting(prepositions, p -> meet(p.of, noun.classes));
      add(preposition.word, "preposition");
      phrase(noun(preposition.following), coin());
    }

    /** That chase the cat; that the teacher likes. */
    private void clause(Noun noun, boolean many) {
      List<Verb> doing = actions.stream().filter(v -> meet(v.who, noun.classes)).toList();
      List<Verb> done = actions.stream().filter(v -> meet(v.what, noun.classes)).toList();
      add("that", "relative");
      if (!doing.isEmpty() && coin()) {
        Verb verb = draw.of(doing);
        add(verb.form(many), "verb");
        phrase(noun(verb.what), coin());
      } else {
        Verb verb = draw.of(done);
        boolean others = coin();
        phrase(noun(verb.who), others);
        add(verb.form(others), "verb");
      }
    }

    /** The verb and what follows; answers what the verb would be of the other number. */
    private String predicate(Noun subject, boolean many) {
      List<Verb> acts = actions.stream().filter(v -> meet(v.who, subject.classes)).toList();
      List<Verb> happens = happenings.stream().filter(v -> meet(v.who, subject.classes)).toList();
      int kind = draw.below(10);
      if (kind < 3 && !acts.isEmpty()) {
        Verb verb = draw.of(acts);
        add(verb.form(many), "verb");
        phrase(noun(verb.what), coin());
        return verb.form(!many);
      }
      if (kind < 6 && !happens.isEmpty()) {
        Verb verb = draw.of(happens);
        add(verb.form(many), "verb");
        ending(subject);
        return verb.form(!many);
      }
      boolean past = draw.chance(1, 3);
      add(be(many, past), "verb");
      if (coin()) {
        add(fitting(adjectives, a -> meet(a.classes, subject.classes)).word, "adjective");
      } else {
        Preposition where =
            fitting(
                prepositions,
                p ->
                    meet(p.of, subject.classes)
                        && List.of("near", "behind", "beside", "on", "under", "in")
                            .contains(p.word));
        add(where.word, "preposition");
        phrase(noun(where.following), coin());
      }
      return be(!many, past);
    }

    private static String be(boolean many, boolean past) {
      return past ? many ? "were" : "was" : many ? "are" : "is";
    }

    private void ending(Noun subject) {
      if (draw.chance(1, 3)) {
        add(fitting(adverbs, a -> meet(a.classes, subject.classes)).word, "adverb");
      }
    }
  }
}
