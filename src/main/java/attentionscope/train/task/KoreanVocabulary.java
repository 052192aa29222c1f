package attentionscope.train.task;

import attentionscope.train.task.KoreanWords.Adjective;
import attentionscope.train.task.KoreanWords.Noun;
import attentionscope.train.task.KoreanWords.Verb;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All words of the task from Korean to English: what its file holds, in all its forms. */
record KoreanVocabulary(List<String> korean, List<String> english) {
  private static final String KOREAN =
      "은 는 이 가 을 를 과 와 이에요 예요 이었어요 였어요 아니에요 아니었어요 의 에 에서 에게 함께 들 그 안 아주 있어요"
          + " 있었어요 없어요 없었어요 누가 무엇 누구 어디 언제 왜 ?";
  private static final String ENGLISH =
      "a an the this that 's I you there who what where when why do does did will can cannot not no"
          + " am is are was were want wants have has had to with of and but very ?";

  private static final class Collected {
    private final Set<String> korean = new LinkedHashSet<>(Words.spaced(KOREAN));
    private final Set<String> english = new LinkedHashSet<>(Words.spaced(ENGLISH));

    void add(String koreanText, String englishText) {
      add(korean, koreanText);
      add(english, englishText);
    }

    private static void add(Set<String> words, String text) {
      Words.spaced(text).stream().filter(word -> !word.isEmpty()).forEach(words::add);
    }

    void noun(Noun noun) {
      add(noun.korean() + " " + noun.counter(), noun.one());
      if (noun.counted()) {
        add("", noun.several());
      }
      noun.measure().forEach(measure -> add("", measure));
    }

    void verb(Verb verb) {
      for (Mood mood : verb.moods()) {
        for (boolean not : new boolean[] {false, true}) {
          add(mood.korean(verb.korean(), not, false, false), "");
          add(mood.korean(verb.korean(), not, false, true), "");
        }
        for (Agreement agreement : Agreement.values()) {
          for (boolean bare : new boolean[] {false, true}) {
            EnglishGroup group = EnglishGroup.of(verb.english(), mood, agreement, bare);
            add("", group.first() + " " + group.second());
          }
        }
      }
    }

    void adjective(Adjective adjective) {
      // The weather is only said to be cold: 추운 stands before nothing here.
      boolean before = !adjective.classes().equals(List.of("weather"));
      add(before ? adjective.before() : "", adjective.english());
      if (adjective.follows()) {
        KoreanStem stem = adjective.korean();
        Stream.of(stem.present(), stem.past(), stem.not(), stem.and(), stem.but(), stem.pastBut())
            .forEach(form -> add(form, ""));
      }
    }
  }

  static KoreanVocabulary of(KoreanWords words) {
    Collected all = new Collected();
    words
        .pronouns()
        .forEach(
            p ->
                all.add(
                    p.topic() + " " + p.subject() + " " + p.of(),
                    p.he() + " " + p.him() + " " + p.his()));
    Stream.of(words.names(), words.family(), words.often(), words.numbers())
        .flatMap(List::stream)
        .forEach(both -> all.add(both.korean(), both.english()));
    words.nouns().forEach(all::noun);
    words.places().forEach(p -> all.add(p.korean(), p.at() + " " + p.to()));
    words.grounds().forEach(g -> all.add(g.korean(), g.english()));
    words.spots().forEach(s -> all.add(s.korean(), s.english()));
    words.times().forEach(t -> all.add(t.korean(), t.english()));
    words.adjectives().forEach(all::adjective);
    Stream.of(words.verbs(), words.doings(), words.goings())
        .flatMap(List::stream)
        .forEach(all::verb);
    return new KoreanVocabulary(
        Words.vocabulary(List.of(Task.PAD), all.korean),
        Words.vocabulary(List.of(Task.PAD, Task.START, Task.END), all.english));
  }
}
