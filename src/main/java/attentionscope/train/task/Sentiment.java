package attentionscope.train.task;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.task.WordFile.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Is a judgement positive or negative? A not turns it round: "not good" is negative, "not bad" is
 * positive. Of two judgements joined by but the second counts; those joined by and agree.
 */
final class Sentiment extends Drawn {
  static final String POSITIVE = "positive";
  static final String NEGATIVE = "negative";
  private static final String EVERYBODY = "everybody";
  private static final int LONGEST = 18;
  private static final List<String> FRAME =
      Words.spaced("the was were not never did nobody and but");

  private final List<Thing> things = new ArrayList<>();
  private final List<Judging> judging = new ArrayList<>();
  private final List<String> good;
  private final List<String> bad;
  private final List<String> people;
  private final List<String> degrees;
  private final List<String> whens;

  private record Thing(String name, String was) {}

  private record Judging(String base, String past, boolean good) {}

  private Sentiment(WordFile file) throws Problem {
    super("sentiment", Kind.LABEL);
    for (Row row : file.rows("things", 2)) {
      things.add(new Thing(row.cell(0), row.known(row.cell(1), List.of("was", "were"))));
    }
    for (Row row : file.rows("judging", 3)) {
      String which = row.known(row.cell(2), List.of("good", "bad"));
      judging.add(new Judging(row.cell(0), row.cell(1), which.equals("good")));
    }
    good = first(file, "good");
    bad = first(file, "bad");
    people = first(file, "people");
    degrees = first(file, "degrees");
    whens = first(file, "whens");
  }

  static Task open(ProgramFolder program) throws Problem {
    return new Sentiment(WordFile.read(program.assets().resolve("tasks").resolve("sentiment.txt")));
  }

  private static List<String> first(WordFile file, String section) throws Problem {
    return file.rows(section, 1).stream().map(row -> row.cell(0)).toList();
  }

  @Override
  Sample draw(Draw draw, long index) {
    boolean positive = index % 2 == 0;
    List<String> words = words(draw, positive);
    while (words.size() > LONGEST) {
      words = words(draw, positive);
    }
    return new Sample(words, List.of(positive ? POSITIVE : NEGATIVE));
  }

  private List<String> words(Draw draw, boolean positive) {
    List<String> parts = new ArrayList<>();
    List<Thing> two = draw.different(things, 2);
    if (draw.chance(1, 2)) {
      boolean but = draw.chance(1, 2);
      judge(draw, two.getFirst(), but != positive, parts);
      parts.add(but ? "but" : "and");
    }
    judge(draw, two.getLast(), positive, parts);
    return Words.spaced(String.join(" ", parts));
  }

  /** One judgement, with or without a not. */
  private void judge(Draw draw, Thing thing, boolean positive, List<String> out) {
    boolean not = draw.chance(1, 3);
    boolean word = positive != not;
    if (draw.chance(1, 2)) {
      out.add("the " + thing.name + " " + thing.was);
      boolean never = not && draw.chance(1, 3);
      if (not) {
        out.add(never ? "never" : "not");
      }
      if (!never && draw.chance(1, 3)) {
        out.add(draw.of(degrees));
      }
      out.add(draw.of(word ? good : bad));
    } else {
      Judging verb = draw.of(judging.stream().filter(j -> j.good == word).toList());
      String who = draw.of(people);
      // "Everybody did not" could mean that some did.
      if (not && (who.equals(EVERYBODY) || draw.chance(1, 3))) {
        out.add("nobody " + verb.past);
      } else {
        out.add(who + (not ? " did not " + verb.base : " " + verb.past));
      }
      out.add("the " + thing.name);
    }
    if (draw.chance(1, 4)) {
      out.add(draw.of(whens));
    }
  }

  @Override
  public List<String> sourceWords() {
    Set<String> words = new LinkedHashSet<>(FRAME);
    for (Thing thing : things) {
      words.add(thing.name);
    }
    for (Judging verb : judging) {
      words.addAll(List.of(verb.base, verb.past));
    }
    List.of(good, bad, people, degrees, whens).stream()
        .flatMap(Collection::stream)
        .map(Words::spaced)
        .forEach(words::addAll);
    return Words.vocabulary(List.of(PAD), words);
  }

  @Override
  public List<String> targetWords() {
    return List.of(POSITIVE, NEGATIVE);
  }

  @Override
  public int longestSource() {
    return LONGEST;
  }

  @Override
  public int longestTarget() {
    return 1;
  }
}
