package attentionscope.train.task;

import static attentionscope.train.task.EnglishGroup.sentence;

import attentionscope.train.task.KoreanPhrases.Bare;
import attentionscope.train.task.KoreanPhrases.Person;
import attentionscope.train.task.KoreanPhrases.Phrase;
import attentionscope.train.task.KoreanPhrases.Subject;
import attentionscope.train.task.KoreanWords.Both;
import attentionscope.train.task.KoreanWords.Noun;
import attentionscope.train.task.KoreanWords.Place;
import attentionscope.train.task.KoreanWords.Time;
import attentionscope.train.task.KoreanWords.Verb;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sentences that tell what somebody does. In Korean the order is who, when, with whom, where, to
 * whom, what, verb; in English who, verb, what, to whom, with whom, where, when.
 */
final class KoreanActions {
  private static final Both NOTHING = new Both("", "");
  private static final List<String> PERSON = List.of("person");

  private final KoreanWords words;
  private final Draw draw;
  private final KoreanPhrases phrases;

  /** Parts of a sentence around its verb; {@link #NOTHING} where there is none. */
  private record Around(
      Both when,
      Both often,
      Both with,
      Both where,
      Both receiver,
      Both object,
      boolean whenFirst,
      boolean going) {

    String korean(String subject, String verb) {
      String who = whenFirst ? sentence(when.korean(), subject) : sentence(subject, when.korean());
      return sentence(
          who,
          often.korean(),
          with.korean(),
          where.korean(),
          receiver.korean(),
          object.korean(),
          verb);
    }

    String english() {
      // "Went to school with Minsu", but "played with Minsu at school".
      return sentence(
          object.english(),
          receiver.english(),
          going ? where.english() : with.english(),
          going ? with.english() : where.english(),
          when.english());
    }
  }

  /** What is asked for. */
  private enum Asked {
    NO,
    WHETHER,
    WHO,
    WHAT,
    WHERE,
    WHEN,
    WHY
  }

  KoreanActions(KoreanWords words, Draw draw) {
    this.words = words;
    this.draw = draw;
    this.phrases = new KoreanPhrases(words, draw);
  }

  private Asked asked() {
    return switch (draw.below(20)) {
      case 0, 1, 2 -> Asked.WHETHER;
      case 3 -> Asked.WHO;
      case 4 -> Asked.WHAT;
      case 5 -> Asked.WHERE;
      case 6 -> Asked.WHEN;
      case 7 -> Asked.WHY;
      default -> Asked.NO;
    };
  }

  /** 저 는 어제 책 을 읽었어요: I read a book yesterday. */
  Both withObject() {
    return action(draw.of(words.verbs()), asked());
  }

  /** 저 는 어제 공원 에서 걸었어요: I walked in the park yesterday. */
  Both without() {
    return action(draw.of(words.doings()), asked());
  }

  /** 저 는 어제 집 에 갔어요: I went home yesterday. */
  Both going() {
    return action(draw.of(words.goings()), asked());
  }

  private Both action(Verb verb, Asked wished) {
    Asked asked = possible(verb, wished) ? wished : Asked.NO;
    Mood mood = mood(verb, asked);
    boolean not = asked == Asked.NO && mood != Mood.MUST && draw.chance(1, 5);
    Subject subject =
        switch (asked) {
          case NO -> phrases.subject(mood, not);
          case WHO -> new Subject("누가", "who", Agreement.SINGULAR, Person.OTHER);
          default -> phrases.asked();
        };
    Around around = around(verb, asked, mood, not, subject);
    boolean an = verb.korean().takesAn() && draw.chance(1, 2);
    boolean third = subject.person() == Person.OTHER;
    String predicate = mood.korean(verb.korean(), not, an, third);
    String korean = around.korean(subject.korean(), predicate);
    boolean bare = !not && (asked == Asked.NO || asked == Asked.WHO);
    EnglishGroup group = EnglishGroup.of(verb.english(), mood, subject.agreement(), bare);
    String often = around.often.english();
    return switch (asked) {
      case NO -> new Both(korean, group.statement(subject.english(), not, often, around.english()));
      case WHO ->
          new Both(korean + " ?", group.statement("who", false, often, around.english()) + " ?");
      default -> {
        String what = word(verb, asked).english();
        yield new Both(
            korean + " ?", group.question(what, subject.english(), often, around.english()));
      }
    };
  }

  private boolean possible(Verb verb, Asked asked) {
    return switch (asked) {
      // A verb of two meanings needs its object to be understood, as does "take" of photos.
      case WHAT ->
          words.nouns(verb.objects()).size() > 1
              && words.verbs().stream().filter(v -> v.written().equals(verb.written())).count()
                  == 1;
      case WHERE -> goes(verb) ? verb.is("asked") : (!verb.places().isEmpty() && !verb.is("event"));
      case WHEN -> !verb.is("state");
      case NO, WHETHER, WHO, WHY -> true;
    };
  }

  private boolean goes(Verb verb) {
    return words.goings().contains(verb);
  }

  private Mood mood(Verb verb, Asked asked) {
    List<Mood> moods =
        verb.moods().stream()
            .filter(m -> asked != Asked.WHERE || !goes(verb) || m != Mood.PRESENT)
            .filter(m -> asked != Asked.WHEN || m != Mood.PROGRESSIVE)
            .toList();
    // Half of all sentences are in the present or the past.
    List<Mood> simple = moods.stream().filter(m -> m == Mood.PRESENT || m == Mood.PAST).toList();
    return simple.isEmpty() || draw.chance(1, 2) ? draw.of(moods) : draw.of(simple);
  }

  /** The word that asks, in both languages; in Korean with its particle. */
  private Both word(Verb verb, Asked asked) {
    return switch (asked) {
      case WHAT ->
          verb.objects().equals(PERSON) ? new Both("누구 를", "who") : new Both("무엇 을", "what");
      case WHERE -> new Both(goes(verb) ? "어디 에" : "어디 에서", "where");
      case WHEN -> new Both("언제", "when");
      case WHY -> new Both("왜", "why");
      case NO, WHETHER, WHO -> NOTHING;
    };
  }

  private Around around(Verb verb, Asked asked, Mood mood, boolean not, Subject subject) {
    Both object = asked == Asked.WHAT ? spoken(word(verb, asked)) : object(verb, mood, subject);
    Both receiver = receiver(verb, subject);
    boolean somebody = !receiver.equals(NOTHING) || verb.objects().contains("person");
    boolean state = verb.is("state");
    // Not more than two of these, or sentences get long.
    int room = receiver.equals(NOTHING) ? 2 : 1;
    Both where = NOTHING;
    if (asked == Asked.WHERE) {
      where = spoken(word(verb, asked));
    } else if (goes(verb) || (verb.is("state") && !verb.places().isEmpty())) {
      where = place(verb);
    } else if (!verb.places().isEmpty() && draw.chance(2, 5)) {
      where = place(verb);
      room--;
    }
    Both with = NOTHING;
    boolean alone = state || somebody || verb.is("alone") || verb.is("event");
    if (!alone && (goes(verb) || !verb.places().isEmpty()) && draw.chance(1, 5)) {
      Phrase companion = phrases.companion(subject);
      with =
          new Both(
              KoreanParticle.WITH.after(companion.korean()) + " 함께", "with " + companion.english());
      room--;
    }
    Both when = NOTHING;
    Both often = NOTHING;
    if (asked == Asked.WHEN) {
      when = spoken(word(verb, asked));
    } else if (asked == Asked.WHY) {
      when = spoken(word(verb, asked));
    } else if (!state && room > 0 && mood == Mood.PRESENT && draw.chance(1, 3)) {
      often = not ? words.often().getFirst() : draw.of(words.often());
    } else if (!state && room > 0 && draw.chance(1, 2)) {
      when = time(verb, mood);
    }
    boolean whenFirst = !spokenOnly(when) && !subject.korean().isEmpty() && draw.chance(1, 4);
    return new Around(when, often, with, where, receiver, object, whenFirst, goes(verb));
  }

  /** A word that asks is in its place in Korean, but stands first in English. */
  private static Both spoken(Both word) {
    return new Both(word.korean(), "");
  }

  private static boolean spokenOnly(Both both) {
    return both.english().isEmpty();
  }

  private Both object(Verb verb, Mood mood, Subject subject) {
    if (verb.objects().isEmpty()) {
      return NOTHING;
    }
    boolean several = verb.is("state") || (mood == Mood.PRESENT && !verb.is("one"));
    Bare bare = several ? Bare.SEVERAL : Bare.A;
    String kind = draw.of(verb.objects());
    Phrase what =
        kind.equals("person")
            ? phrases.somebody(subject, verb.is("state") ? Bare.SEVERAL : bare)
            : thing(phrases.noun(List.of(kind)), verb, bare);
    return new Both(KoreanParticle.OBJECT.after(what.korean()), what.english());
  }

  private Phrase thing(Noun noun, Verb verb, Bare bare) {
    // Nobody eats this cake every day.
    boolean eaten = bare == Bare.SEVERAL && (noun.is("food") || noun.is("drink"));
    return eaten
        ? phrases.some(noun, bare)
        : phrases.common(noun, verb.is("one") ? Bare.ONE : bare);
  }

  private Both receiver(Verb verb, Subject subject) {
    boolean may = verb.is("gives") || (verb.is("to") && draw.chance(1, 2));
    if (!may) {
      return NOTHING;
    }
    Phrase who = phrases.companion(subject);
    return new Both(who.korean() + " 에게", "to " + who.english());
  }

  private Both place(Verb verb) {
    boolean going = goes(verb);
    Predicate<Place> fits =
        going
            ? place ->
                !place.to().isEmpty() && !(verb.is("near") && place.classes().contains("city"))
            : place -> place.classes().stream().anyMatch(verb.places()::contains);
    Place place = draw.of(words.places().stream().filter(fits).toList());
    return going
        ? new Both(place.korean() + " 에", place.to())
        : new Both(place.korean() + " 에서", place.at());
  }

  private Both time(Verb verb, Mood mood) {
    List<Time> fit =
        words.times().stream()
            .filter(t -> t.moods().contains(mood) && !(t.far() && verb.is("soon")))
            .toList();
    if (fit.isEmpty()) {
      return NOTHING;
    }
    Time time = draw.of(fit);
    return new Both(time.korean(), time.english());
  }
}
