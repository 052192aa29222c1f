package attentionscope.train.task;

import attentionscope.train.task.KoreanWords.Adjective;
import attentionscope.train.task.KoreanWords.Both;
import attentionscope.train.task.KoreanWords.Noun;
import attentionscope.train.task.KoreanWords.Pronoun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws the noun phrases of one sentence. Korean has no articles; so that each sentence has one
 * right translation, a bare noun is "the" with 은/는, "a" with another particle, and several where a
 * habit or a liking is told of: 책 은 the book, 책 을 읽었어요 a book, 책 을 읽어요 books.
 */
final class KoreanPhrases {

  /** What a bare noun becomes. */
  enum Bare {
    THE,
    A,
    /** A, where another number makes no sense: wears a hat. */
    ONE,
    SEVERAL
  }

  /** A noun phrase without a particle. */
  record Phrase(String korean, String english, Agreement agreement) {}

  /**
   * Who a sentence is about.
   *
   * @param korean with its particle; empty where Korean leaves out I and you
   */
  record Subject(String korean, String english, Agreement agreement, Person person) {}

  /** Who speaks, who is spoken to, who is spoken of. */
  enum Person {
    I,
    YOU,
    OTHER
  }

  private static final List<String> FRIEND = List.of("friend");

  private final KoreanWords words;
  private final Draw draw;
  private final Pronoun self;
  private final Set<String> used = new HashSet<>();

  KoreanPhrases(KoreanWords words, Draw draw) {
    this.words = words;
    this.draw = draw;
    // One sentence says either 나 or 저.
    List<Pronoun> selves = words.pronouns().stream().filter(p -> p.he().equals("I")).toList();
    this.self = draw.of(selves);
  }

  /** One of these that the sentence has not used yet. */
  private Both fresh(List<Both> all) {
    Both drawn = draw.of(all.stream().filter(both -> !used.contains(both.korean())).toList());
    used.add(drawn.korean());
    return drawn;
  }

  private Noun fresh(List<Noun> all, boolean noted) {
    List<Noun> left = all.stream().filter(noun -> !used.contains(noun.korean())).toList();
    Noun drawn = draw.of(left);
    if (noted) {
      used.add(drawn.korean());
    }
    return drawn;
  }

  Noun noun(List<String> classes) {
    return fresh(words.nouns(classes), true);
  }

  // --- subjects

  Subject subject(Mood mood, boolean not) {
    boolean news = !not && mood != Mood.PRESENT && draw.chance(1, 3);
    return switch (draw.below(12)) {
      case 0 -> new Subject("", "I", Agreement.FIRST, Person.I);
      case 1, 2, 3, 4 -> pronoun(draw.of(words.pronouns()), news);
      case 5, 6, 7 -> marked(name(), news);
      case 8 -> marked(couple(), news);
      case 9 -> marked(family(), news);
      default -> people(mood.happens() && news);
    };
  }

  /** Somebody of whom it is said what he is: not left out, and with 은/는. */
  Subject named(Mood mood) {
    Subject subject = subject(mood, true);
    while (subject.korean().isEmpty()) {
      subject = subject(mood, true);
    }
    return subject;
  }

  /** Who is asked, or asked about. */
  Subject asked() {
    return switch (draw.below(8)) {
      case 0, 1, 2 -> new Subject("", "you", Agreement.PLURAL, Person.YOU);
      case 3 -> pronoun(draw.of(words.pronouns().stream().filter(p -> !p.first()).toList()), false);
      case 4, 5 -> marked(name(), draw.chance(1, 4));
      case 6 -> marked(couple(), false);
      default -> people(false);
    };
  }

  private Subject pronoun(Pronoun drawn, boolean news) {
    Pronoun pronoun = drawn.he().equals("I") ? self : drawn;
    used.add(pronoun.other());
    return new Subject(
        news ? pronoun.subject() : pronoun.topic(),
        pronoun.he(),
        pronoun.agreement(),
        pronoun.first() ? Person.I : Person.OTHER);
  }

  private static Subject marked(Phrase phrase, boolean news) {
    KoreanParticle particle = news ? KoreanParticle.SUBJECT : KoreanParticle.TOPIC;
    return new Subject(
        particle.after(phrase.korean()), phrase.english(), phrase.agreement(), Person.OTHER);
  }

  private Subject people(boolean news) {
    return marked(common(noun(List.of("person")), news ? Bare.A : Bare.THE), news);
  }

  Subject thing(Noun noun) {
    boolean news = noun.is("weather") && draw.chance(1, 2);
    return marked(plain(noun, Bare.THE), news);
  }

  // --- people

  Phrase name() {
    Both name = fresh(words.names());
    return new Phrase(name.korean(), name.english(), Agreement.SINGULAR);
  }

  private Phrase family() {
    Both one = fresh(words.family());
    return new Phrase(one.korean(), one.english(), Agreement.SINGULAR);
  }

  /** 민수 와 유나. */
  private Phrase couple() {
    Phrase one = name();
    Phrase other = name();
    return new Phrase(
        KoreanParticle.WITH.after(one.korean()) + " " + other.korean(),
        one.english() + " and " + other.english(),
        Agreement.PLURAL);
  }

  /** With whom, or for whom. */
  Phrase companion(Subject subject) {
    return switch (draw.below(4)) {
      case 0 -> mine(subject) ? family() : name();
      case 1, 2 -> name();
      default -> {
        boolean left = words.nouns(FRIEND).stream().anyMatch(n -> !used.contains(n.korean()));
        yield left ? plain(noun(FRIEND), Bare.ONE) : name();
      }
    };
  }

  /** Somebody who is loved, met, helped. */
  Phrase somebody(Subject subject, Bare bare) {
    return switch (draw.below(8)) {
      case 0, 1 -> other(subject);
      case 2, 3 -> name();
      case 4 -> mine(subject) ? family() : name();
      default -> {
        Noun noun = noun(List.of("person"));
        yield bare == Bare.SEVERAL ? pointed(noun) : common(noun, bare);
      }
    };
  }

  /** My mom is not asked about. */
  private static boolean mine(Subject subject) {
    return subject.person() != Person.YOU;
  }

  /** A pronoun that cannot mean the subject. */
  private Phrase other(Subject subject) {
    List<Pronoun> fit =
        words.pronouns().stream()
            .filter(
                p -> subject.person() == Person.YOU || p.first() != (subject.person() == Person.I))
            .toList();
    Pronoun pronoun = draw.of(fit);
    Pronoun drawn = pronoun.he().equals("I") ? self : pronoun;
    used.add(drawn.other());
    return new Phrase(drawn.other(), drawn.him(), drawn.agreement());
  }

  // --- things

  /** A noun with what may stand before and behind it. */
  Phrase common(Noun noun, Bare bare) {
    List<Adjective> fit = words.adjectives().stream().filter(a -> a.suits(noun)).toList();
    if (noun.only() || fit.isEmpty() || draw.chance(3, 4)) {
      return phrase(noun, bare, "", "");
    }
    Adjective adjective = draw.of(fit);
    return phrase(noun, bare, adjective.before() + " ", adjective.english() + " ");
  }

  /** A noun that is not pointed at: bare, or with an adjective or a number. */
  Phrase some(Noun noun, Bare bare) {
    if (bare == Bare.A && !noun.counter().isEmpty() && draw.chance(1, 4)) {
      return counted(noun, "", "");
    }
    List<Adjective> fit = words.adjectives().stream().filter(a -> a.suits(noun)).toList();
    if (noun.only() || fit.isEmpty() || draw.chance(2, 3)) {
      return bare(noun, bare, "", "");
    }
    Adjective adjective = draw.of(fit);
    return bare(noun, bare, adjective.before() + " ", adjective.english() + " ");
  }

  /** A noun without an adjective. */
  Phrase plain(Noun noun, Bare bare) {
    return phrase(noun, bare, "", "");
  }

  /** A noun alone, with its article or, after no, without. */
  Phrase bare(Noun noun, boolean article) {
    return article
        ? bare(noun, Bare.A, "", "")
        : new Phrase(noun.korean(), noun.one(), Agreement.SINGULAR);
  }

  /** 이 or 그 and a noun. */
  private Phrase pointed(Noun noun) {
    return determined(noun, "", "", draw.of(List.of(new Both("이", "this"), new Both("그", "that"))));
  }

  private Phrase phrase(Noun noun, Bare bare, String korean, String english) {
    int kind = draw.below(20);
    if (noun.only() || kind >= 8) {
      return bare(noun, bare, korean, english);
    }
    boolean language = noun.is("subject");
    boolean person = noun.is("person");
    if (kind < 3 && !language) {
      return determined(
          noun, korean, english, draw.of(List.of(new Both("이", "this"), new Both("그", "that"))));
    }
    if (kind < 5 && !language && (!person || noun.is("friend"))) {
      return determined(noun, korean, english, owner());
    }
    if (kind == 5 && noun.counted() && (person || noun.is("animal"))) {
      String the = bare == Bare.THE ? "the " : "";
      return new Phrase(
          korean + noun.korean() + " 들", the + english + noun.several(), Agreement.PLURAL);
    }
    if (kind > 5 && bare == Bare.A && !noun.counter().isEmpty()) {
      return counted(noun, korean, english);
    }
    return bare(noun, bare, korean, english);
  }

  private static Phrase determined(Noun noun, String korean, String english, Both determiner) {
    return new Phrase(
        determiner.korean() + " " + korean + noun.korean(),
        determiner.english() + " " + english + noun.one(),
        Agreement.SINGULAR);
  }

  /** 제 my, 그 의 his, 민수 의 Minsu 's. */
  private Both owner() {
    if (draw.chance(1, 2)) {
      Both name = fresh(words.names());
      return new Both(name.korean() + " 의", name.english() + " 's");
    }
    Pronoun drawn = draw.of(words.pronouns());
    Pronoun pronoun = drawn.he().equals("I") ? self : drawn;
    return new Both(pronoun.of(), pronoun.his());
  }

  /** 책 세 권, three books; 커피 두 잔, two cups of coffee. */
  private Phrase counted(Noun noun, String korean, String english) {
    int number = draw.below(words.numbers().size());
    Both word = words.numbers().get(number);
    boolean one = number == 0;
    String what =
        noun.counted()
            ? english + (one ? noun.one() : noun.several())
            : (one ? noun.measure().getFirst() : noun.measure().getLast())
                + " of "
                + english
                + noun.one();
    return new Phrase(
        korean + noun.korean() + " " + word.korean() + " " + noun.counter(),
        word.english() + " " + what,
        one ? Agreement.SINGULAR : Agreement.PLURAL);
  }

  private static Phrase bare(Noun noun, Bare bare, String korean, String english) {
    String article = "";
    boolean several = bare == Bare.SEVERAL && noun.counted();
    if (noun.only() || (bare == Bare.THE && !noun.is("subject"))) {
      article = "the ";
    } else if (noun.counted() && !several) {
      article = article(english + noun.one());
    }
    return new Phrase(
        korean + noun.korean(),
        article + english + (several ? noun.several() : noun.one()),
        several ? Agreement.PLURAL : Agreement.SINGULAR);
  }

  /** "a " or "an ": by the letter, as no word here is said otherwise than it is written. */
  static String article(String next) {
    return "aeiou".indexOf(next.charAt(0)) >= 0 ? "an " : "a ";
  }

  /** What somebody is: 의사 a doctor; of several, doctors. */
  Phrase profession(Subject subject) {
    boolean several = subject.agreement() == Agreement.PLURAL && subject.person() != Person.YOU;
    Noun noun = noun(List.of("job", "friend"));
    if (noun.is("friend")) {
      Phrase whose = name();
      return new Phrase(
          whose.korean() + " 의 " + noun.korean(),
          whose.english() + " 's " + (several ? noun.several() : noun.one()),
          several ? Agreement.PLURAL : Agreement.SINGULAR);
    }
    List<Adjective> fit = new ArrayList<>(words.adjectives());
    fit.removeIf(
        a -> !a.suits(noun) || !List.of("heart", "mind", "will", "fame").contains(a.scale()));
    Bare bare = several ? Bare.SEVERAL : Bare.A;
    if (fit.isEmpty() || draw.chance(2, 3)) {
      return bare(noun, bare, "", "");
    }
    Adjective adjective = draw.of(fit);
    return bare(noun, bare, adjective.before() + " ", adjective.english() + " ");
  }
}
