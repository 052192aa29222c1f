package attentionscope.train.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanStemTest {

  @ParameterizedTest
  @CsvSource({
    "읽다, 읽어요, 읽었어요, 읽을, 읽고, 읽어야",
    "가다, 가요, 갔어요, 갈, 가고, 가야",
    "오다, 와요, 왔어요, 올, 오고, 와야",
    "보다, 봐요, 봤어요, 볼, 보고, 봐야",
    "주다, 줘요, 줬어요, 줄, 주고, 줘야",
    "마시다, 마셔요, 마셨어요, 마실, 마시고, 마셔야",
    "배우다, 배워요, 배웠어요, 배울, 배우고, 배워야",
    "쉬다, 쉬어요, 쉬었어요, 쉴, 쉬고, 쉬어야",
    "보내다, 보내요, 보냈어요, 보낼, 보내고, 보내야",
    "켜다, 켜요, 켰어요, 켤, 켜고, 켜야",
    "쓰다, 써요, 썼어요, 쓸, 쓰고, 써야",
    "끄다, 꺼요, 껐어요, 끌, 끄고, 꺼야",
    "바쁘다, 바빠요, 바빴어요, 바쁠, 바쁘고, 바빠야",
    "공부하다, 공부해요, 공부했어요, 공부할, 공부하고, 공부해야",
    "만들다, 만들어요, 만들었어요, 만들, 만들고, 만들어야",
    "알다, 알아요, 알았어요, 알, 알고, 알아야",
    "닫다, 닫아요, 닫았어요, 닫을, 닫고, 닫아야",
    "듣다 ㄷ, 들어요, 들었어요, 들을, 듣고, 들어야",
    "걷다 ㄷ, 걸어요, 걸었어요, 걸을, 걷고, 걸어야",
    "돕다 ㅂ, 도와요, 도왔어요, 도울, 돕고, 도와야",
    "굽다 ㅂ, 구워요, 구웠어요, 구울, 굽고, 구워야",
    "부르다 르, 불러요, 불렀어요, 부를, 부르고, 불러야",
    "고르다 르, 골라요, 골랐어요, 고를, 고르고, 골라야",
    "입다, 입어요, 입었어요, 입을, 입고, 입어야",
    "씻다, 씻어요, 씻었어요, 씻을, 씻고, 씻어야",
    "찾다, 찾아요, 찾았어요, 찾을, 찾고, 찾아야",
    "놀다, 놀아요, 놀았어요, 놀, 놀고, 놀아야",
    "춤추다, 춤춰요, 춤췄어요, 춤출, 춤추고, 춤춰야"
  })
  void verbsHaveTheFormsOfTheDictionary(
      String verb, String present, String past, String future, String and, String must) {
    KoreanStem stem = KoreanStem.of(verb);
    assertEquals(
        List.of(present, past, future, and, must),
        List.of(stem.present(), stem.past(), stem.future(), stem.and(), stem.must()));
  }

  @ParameterizedTest
  @CsvSource({
    "크다, 큰, 커요, 컸어요",
    "작다, 작은, 작아요, 작았어요",
    "길다, 긴, 길어요, 길었어요",
    "달다, 단, 달아요, 달았어요",
    "비싸다, 비싼, 비싸요, 비쌌어요",
    "예쁘다, 예쁜, 예뻐요, 예뻤어요",
    "슬프다, 슬픈, 슬퍼요, 슬펐어요",
    "어렵다 ㅂ, 어려운, 어려워요, 어려웠어요",
    "귀엽다 ㅂ, 귀여운, 귀여워요, 귀여웠어요",
    "재미있다, 재미있는, 재미있어요, 재미있었어요",
    "빨갛다 ㅎ, 빨간, 빨개요, 빨갰어요",
    "하얗다 ㅎ, 하얀, 하얘요, 하얬어요",
    "까맣다 ㅎ, 까만, 까매요, 까맸어요",
    "게으르다 르, 게으른, 게을러요, 게을렀어요",
    "조용하다, 조용한, 조용해요, 조용했어요",
    "좋다, 좋은, 좋아요, 좋았어요"
  })
  void adjectivesHaveTheFormsOfTheDictionary(
      String adjective, String before, String present, String past) {
    KoreanStem stem = KoreanStem.of(adjective);
    assertEquals(
        List.of(before, present, past), List.of(stem.before(), stem.present(), stem.past()));
  }

  @Test
  void whatOthersWantIsSaidOtherwise() {
    KoreanStem read = KoreanStem.of("읽다");
    assertEquals("읽고 싶어요", Mood.WANT.korean(read, false, false, false));
    assertEquals("읽고 싶어 해요", Mood.WANT.korean(read, false, false, true));
    assertEquals("읽고 싶어 하지 않아요", Mood.WANT.korean(read, true, false, true));
    assertEquals("읽을 수 없어요", Mood.CAN.korean(read, true, false, true));
    assertEquals("안 읽을 거예요", Mood.FUTURE.korean(read, true, true, true));
  }

  @ParameterizedTest
  @CsvSource({
    "read, reads, reading",
    "watch, watches, watching",
    "study, studies, studying",
    "play, plays, playing",
    "go, goes, going",
    "write, writes, writing",
    "see, sees, seeing",
    "run, runs, running",
    "swim, swims, swimming",
    "sleep, sleeps, sleeping",
    "fix, fixes, fixing",
    "draw, draws, drawing",
    "have, has, having",
    "wait for, waits for, waiting for",
    "get up, gets up, getting up",
    "turn on, turns on, turning on"
  })
  void englishVerbsHaveTheirForms(String base, String third, String ing) {
    EnglishVerb verb = new EnglishVerb(base, base);
    assertEquals(List.of(third, ing), List.of(verb.third(), verb.ing()));
  }
}
