package attentionscope.train.task;

import static attentionscope.train.task.EnglishGroup.sentence;

import attentionscope.train.task.KoreanPhrases.Bare;
import attentionscope.train.task.KoreanPhrases.Person;
import attentionscope.train.task.KoreanPhrases.Phrase;
import attentionscope.train.task.KoreanPhrases.Subject;
import attentionscope.train.task.KoreanWords.Adjective;
import attentionscope.train.task.KoreanWords.Both;
import attentionscope.train.task.KoreanWords.Ground;
import attentionscope.train.task.KoreanWords.Noun;
import attentionscope.train.task.KoreanWords.Place;
import attentionscope.train.task.KoreanWords.Spot;
import attentionscope.train.task.KoreanWords.Time;
import java.util.List;

/** Sentences that tell what something is, what it is like and where it is. */
final class KoreanSentences {
  private static final List<String> OWNED = List.of("thing", "car", "ride", "pet", "buyable");

  private static final String PERSON = "person";

  private final KoreanWords words;
  private final Draw draw;
  private final KoreanPhrases phrases;

  KoreanSentences(KoreanWords words, Draw draw) {
    this.words = words;
    this.draw = draw;
    this.phrases = new KoreanPhrases(words, draw);
  }

  private enum Form {
    SAYS,
    DENIES,
    ASKS
  }

  private Form form() {
    return switch (draw.below(10)) {
      case 0, 1 -> Form.DENIES;
      case 2, 3 -> Form.ASKS;
      default -> Form.SAYS;
    };
  }

  private Mood mood() {
    return draw.chance(2, 3) ? Mood.PRESENT : Mood.PAST;
  }

  private Subject who(Form form, Mood mood) {
    return form == Form.ASKS ? phrases.asked() : phrases.named(mood);
  }

  private static Both said(
      Form form, EnglishGroup verb, Subject subject, String korean, String rest) {
    String whole = sentence(subject.korean(), korean);
    return switch (form) {
      case SAYS -> new Both(whole, verb.statement(subject.english(), false, "", rest));
      case DENIES -> new Both(whole, verb.statement(subject.english(), true, "", rest));
      case ASKS -> new Both(whole + " ?", verb.question("", subject.english(), "", rest));
    };
  }

  /** 민수 는 의사 예요: Minsu is a doctor. */
  Both profession() {
    Form form = form();
    Mood mood = mood();
    Subject subject = who(form, mood);
    Phrase what = phrases.profession(subject);
    boolean past = mood == Mood.PAST;
    String korean =
        form == Form.DENIES
            ? KoreanParticle.SUBJECT.after(what.korean()) + (past ? " 아니었어요" : " 아니에요")
            : (past ? KoreanParticle.WAS : KoreanParticle.IS).after(what.korean());
    return said(form, EnglishGroup.be(mood, subject.agreement()), subject, korean, what.english());
  }

  /** 이 책 은 어렵지만 재미있어요: this book is difficult but interesting. */
  Both quality() {
    Form form = form();
    Mood mood = mood();
    Adjective first = draw.of(words.adjectives().stream().filter(Adjective::follows).toList());
    List<Noun> described =
        words.nouns().stream().filter(n -> first.suits(n) && !n.is(PERSON)).toList();
    boolean person = first.classes().contains(PERSON) && (described.isEmpty() || draw.chance(4, 5));
    Noun noun = draw.of(person ? words.nouns(List.of(PERSON)) : described);
    Subject subject = person ? who(form, mood) : phrases.thing(noun);
    List<Adjective> fit =
        words.adjectives().stream().filter(a -> a.follows() && a.suits(noun)).toList();
    List<Adjective> others = fit.stream().filter(a -> !a.scale().equals(first.scale())).toList();
    EnglishGroup verb = EnglishGroup.be(mood, subject.agreement());
    KoreanStem stem = first.korean();
    if (form != Form.SAYS) {
      boolean not = form == Form.DENIES;
      return said(form, verb, subject, mood.korean(stem, not, false, true), first.english());
    }
    if (!others.isEmpty() && draw.chance(1, 3)) {
      Adjective second = draw.of(others);
      String last = mood.korean(second.korean(), false, false, true);
      if (draw.chance(1, 2)) {
        String both = first.english() + " and " + second.english();
        return said(form, verb, subject, stem.and() + " " + last, both);
      }
      String but = mood == Mood.PAST ? stem.pastBut() : stem.but();
      String both = first.english() + " but " + second.english();
      return said(form, verb, subject, but + " " + last, both);
    }
    String korean = mood.korean(stem, false, false, true);
    if (draw.chance(1, 3)) {
      return said(form, verb, subject, "아주 " + korean, "very " + first.english());
    }
    return said(form, verb, subject, korean, first.english());
  }

  /** 책상 위 에 책 이 있어요: there is a book on the desk. */
  Both there() {
    Form form = form();
    Mood mood = mood();
    Ground ground = draw.of(words.grounds());
    Spot spot = spot(ground);
    Noun noun = phrases.noun(ground.classes());
    Phrase what =
        form == Form.SAYS ? phrases.some(noun, Bare.A) : phrases.bare(noun, form == Form.ASKS);
    Subject nobody = new Subject("", "there", what.agreement(), Person.OTHER);
    String korean =
        ground.korean()
            + " "
            + spot.korean()
            + " 에 "
            + KoreanParticle.SUBJECT.after(what.korean())
            + " "
            + stands(mood, form == Form.DENIES);
    String english =
        sentence(
            form == Form.DENIES ? "no" : "",
            what.english(),
            spot.english(),
            "the " + ground.english());
    // "There is no book" denies without a not.
    Form said = form == Form.DENIES ? Form.SAYS : form;
    return said(said, EnglishGroup.be(mood, what.agreement()), nobody, korean, english);
  }

  private Spot spot(Ground ground) {
    return draw.of(words.spots().stream().filter(s -> ground.spots().contains(s.name())).toList());
  }

  private static String stands(Mood mood, boolean not) {
    return (not ? "없" : "있") + (mood == Mood.PAST ? "었어요" : "어요");
  }

  /** 그 책 은 책상 위 에 있어요: that book is on the desk. 민수 는 어디 에 있어요: where is Minsu? */
  Both where() {
    Form form = form();
    Mood mood = mood();
    boolean person = draw.chance(1, 2);
    Ground ground = draw.of(words.grounds());
    Subject subject = person ? who(form, mood) : phrases.thing(phrases.noun(ground.classes()));
    EnglishGroup verb = EnglishGroup.be(mood, subject.agreement());
    if (form == Form.ASKS && draw.chance(1, 2)) {
      String korean = sentence(subject.korean(), "어디 에", stands(mood, false), "?");
      return new Both(korean, verb.question("where", subject.english(), "", ""));
    }
    boolean past = mood == Mood.PAST;
    String stands = stands(mood, form == Form.DENIES);
    if (person) {
      List<Time> times =
          words.times().stream().filter(t -> past && t.moods().contains(Mood.PAST)).toList();
      Place place = draw.of(words.places());
      Both when = times.isEmpty() || draw.chance(1, 2) ? new Both("", "") : both(draw.of(times));
      return said(
          form,
          verb,
          subject,
          sentence(when.korean(), place.korean() + " 에 " + stands),
          sentence(place.at(), when.english()));
    }
    Spot spot = spot(ground);
    return said(
        form,
        verb,
        subject,
        ground.korean() + " " + spot.korean() + " 에 " + stands,
        spot.english() + " the " + ground.english());
  }

  private static Both both(Time time) {
    return new Both(time.korean(), time.english());
  }

  /** 저 는 자전거 가 있어요: I have a bicycle. */
  Both has() {
    Form form = form();
    Mood mood = mood();
    Subject subject = who(form, mood);
    Noun noun = phrases.noun(OWNED);
    Phrase what = form == Form.SAYS ? phrases.some(noun, Bare.A) : phrases.bare(noun, true);
    String korean =
        KoreanParticle.SUBJECT.after(what.korean()) + " " + stands(mood, form == Form.DENIES);
    EnglishVerb have = new EnglishVerb("have", "had");
    EnglishGroup verb = EnglishGroup.of(have, mood, subject.agreement(), form == Form.SAYS);
    return said(form, verb, subject, korean, what.english());
  }
}
