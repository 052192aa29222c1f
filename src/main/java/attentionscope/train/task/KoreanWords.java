package attentionscope.train.task;

import attentionscope.files.Problem;
import attentionscope.train.task.WordFile.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words of the task from Korean to English, as their file tells them. */
record KoreanWords(
    List<Pronoun> pronouns,
    List<Both> names,
    List<Both> family,
    List<Noun> nouns,
    List<Verb> verbs,
    List<Verb> doings,
    List<Verb> goings,
    List<Place> places,
    List<Adjective> adjectives,
    List<Time> times,
    List<Both> often,
    List<Both> numbers,
    List<Ground> grounds,
    List<Spot> spots) {

  /** A word or phrase in both languages. */
  record Both(String korean, String english) {}

  /** 저 는, 제 가, 저; I, me; 제, my. */
  record Pronoun(
      String topic, String subject, String other, String he, String him, String of, String his) {
    boolean first() {
      return he.equals("I") || he.equals("we");
    }

    Agreement agreement() {
      return switch (he) {
        case "I" -> Agreement.FIRST;
        case "he", "she" -> Agreement.SINGULAR;
        default -> Agreement.PLURAL;
      };
    }
  }

  /**
   * A noun.
   *
   * @param several more than one, {@code -} if it is not counted, {@code the} if there is but one
   * @param counter what follows a number, or empty
   * @param measure cup and cups, for what is not counted itself
   */
  record Noun(
      String korean,
      String one,
      String several,
      List<String> classes,
      String counter,
      List<String> measure) {
    boolean counted() {
      return !several.equals("-") && !only();
    }

    boolean only() {
      return several.equals("the");
    }

    boolean is(String name) {
      return classes.contains(name);
    }

    boolean isAny(List<String> names) {
      return classes.stream().anyMatch(names::contains);
    }
  }

  /**
   * A verb.
   *
   * @param objects classes of its objects
   * @param places classes of places where it is done
   * @param use first when it is used ({@link Mood#of}), then its peculiarities
   */
  record Verb(
      String written,
      KoreanStem korean,
      EnglishVerb english,
      List<String> objects,
      List<String> places,
      List<String> use) {
    boolean is(String peculiarity) {
      return use.contains(peculiarity);
    }

    List<Mood> moods() {
      return Mood.of(use.getFirst());
    }
  }

  /** A place: where, and where to (or empty). */
  record Place(String korean, String at, String to, List<String> classes) {}

  /** An adjective; 새 stands before nouns only. */
  record Adjective(
      String written, KoreanStem korean, String english, List<String> classes, String scale) {
    boolean follows() {
      return written.contains("다");
    }

    String before() {
      return follows() ? korean.before() : written;
    }

    boolean suits(Noun noun) {
      return noun.isAny(classes);
    }
  }

  /** When: yesterday. */
  record Time(String korean, String english, List<Mood> moods, boolean far) {}

  /** What things are on or under, and of which classes they are. */
  record Ground(String korean, String english, List<String> spots, List<String> classes) {}

  /** On or under. */
  record Spot(String korean, String english, String name) {}

  static KoreanWords read(Path path) throws Problem {
    WordFile file = WordFile.read(path);
    List<Pronoun> pronouns = new ArrayList<>();
    for (Row row : file.rows("pronouns", 6)) {
      List<String> english = row.words(3);
      pronouns.add(
          new Pronoun(
              row.cell(0),
              row.cell(1),
              row.cell(2),
              english.getFirst(),
              english.getLast(),
              row.cell(4),
              row.cell(5)));
    }
    List<Noun> nouns = new ArrayList<>();
    for (Row row : file.rows("nouns", 6)) {
      nouns.add(
          new Noun(row.cell(0), row.cell(1), row.cell(2), row.words(3), row.cell(4), row.words(5)));
    }
    List<Place> places = new ArrayList<>();
    for (Row row : file.rows("places", 4)) {
      places.add(new Place(row.cell(0), row.cell(1), row.cell(2), row.words(3)));
    }
    List<Adjective> adjectives = new ArrayList<>();
    for (Row row : file.rows("adjectives", 4)) {
      adjectives.add(
          new Adjective(
              row.cell(0), KoreanStem.of(row.cell(0)), row.cell(1), row.words(2), row.cell(3)));
    }
    List<Time> times = new ArrayList<>();
    for (Row row : file.rows("times", 3)) {
      List<Mood> moods = new ArrayList<>();
      List<String> uses = new ArrayList<>(row.words(2));
      boolean far = uses.remove("far");
      for (String use : uses) {
        moods.addAll(Mood.of(row.known(use, Mood.TIMES)));
      }
      times.add(new Time(row.cell(0), row.cell(1), moods, far));
    }
    List<Ground> grounds = new ArrayList<>();
    for (Row row : file.rows("grounds", 4)) {
      grounds.add(new Ground(row.cell(0), row.cell(1), row.words(2), row.words(3)));
    }
    List<Spot> spots = new ArrayList<>();
    for (Row row : file.rows("spots", 3)) {
      spots.add(new Spot(row.cell(0), row.cell(1), row.cell(2)));
    }
    return new KoreanWords(
        pronouns,
        both(file, "names"),
        both(file, "family"),
        nouns,
        verbs(file, "verbs", 3, 4, 5),
        verbs(file, "doings", -1, 3, 4),
        verbs(file, "goings", -1, -1, 3),
        places,
        adjectives,
        times,
        both(file, "often"),
        both(file, "numbers"),
        grounds,
        spots);
  }

  private static List<Both> both(WordFile file, String section) throws Problem {
    return file.rows(section, 2).stream().map(row -> new Both(row.cell(0), row.cell(1))).toList();
  }

  /** Verbs of a section; a column that it does not have is −1, and the use is the last. */
  private static List<Verb> verbs(WordFile file, String section, int objects, int places, int use)
      throws Problem {
    List<Verb> verbs = new ArrayList<>();
    for (Row row : file.rows(section, use + 1)) {
      List<String> uses = row.words(use);
      row.known(uses.isEmpty() ? "" : uses.getFirst(), Mood.USES);
      verbs.add(
          new Verb(
              row.cell(0),
              KoreanStem.of(row.cell(0)),
              new EnglishVerb(row.cell(1), row.cell(2)),
              objects < 0 ? List.of() : row.words(objects),
              places < 0 ? List.of() : row.words(places),
              uses));
    }
    return verbs;
  }

  /** Nouns of any of these classes. */
  List<Noun> nouns(List<String> classes) {
    return nouns.stream().filter(noun -> noun.isAny(classes)).toList();
  }
}
