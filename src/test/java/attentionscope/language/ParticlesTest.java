package attentionscope.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticlesTest {
  @ParameterizedTest
  @CsvSource({
    "값, 은, 이, 을, 과, 으로, 이라, 이에요",
    "쿼리, 는, 가, 를, 와, 로, 라, 예요",
    "모델, 은, 이, 을, 과, 로, 이라, 이에요"
  })
  void allPairsAfterHangul(
      String word,
      String topic,
      String subject,
      String object,
      String with,
      String by,
      String called,
      String is) {
    assertEquals(topic, Particles.after(word, "은는"));
    assertEquals(subject, Particles.after(word, "이가"));
    assertEquals(object, Particles.after(word, "을를"));
    assertEquals(with, Particles.after(word, "과와"));
    assertEquals(by, Particles.after(word, "으로로"));
    assertEquals(called, Particles.after(word, "이라라"));
    assertEquals(is, Particles.after(word, "이에요예요"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 으로",
    "1, 로",
    "2, 로",
    "3, 으로",
    "4, 로",
    "5, 로",
    "6, 으로",
    "7, 로",
    "8, 로",
    "9, 로",
    "10, 으로",
    "100, 으로",
    "1000, 으로",
    "'1,000', 으로",
    "10000, 으로",
    "64, 로",
    "512, 로",
    "1000000000000, 로",
    "30000000000000000, 으로",
    "−3, 으로",
    "-1, 로"
  })
  void wholeNumbersAreReadByTheirPlaces(String number, String particle) {
    assertEquals(particle, Particles.after(number, "으로로"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.245, 를", ".245, 를", "−0.575, 를", "2.000, 을", "0.010, 을", "3.14, 를", "0.881, 을",
    "1.2e−7, 을", "1e5, 을", "−∞, 를", "NaN, 을", "50%, 를", "12.5 %, 를", "5², 을"
  })
  void decimalsAreReadDigitByDigit(String number, String particle) {
    assertEquals(particle, Particles.after(number, "을를"));
  }

  @ParameterizedTest
  @CsvSource({
    "Q, 는", "K, 는", "V, 는", "L, 은", "M, 은", "N, 은", "R, 은", "X, 는",
    "d_k, 는", "W_Q, 는", "RNN, 은", "LSTM, 은", "GRU, 는", "GPT, 는", "BERT, 는", "URL, 은"
  })
  void lettersAndAbbreviationsAreReadByTheirNames(String letters, String particle) {
    assertEquals(particle, Particles.after(letters, "은는"));
  }

  @Test
  void lAndRAreReadElAndAr() {
    assertEquals("로", Particles.after("URL", "으로로"));
    assertEquals("로", Particles.after("R", "으로로"));
    assertEquals("으로", Particles.after("RNN", "으로로"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "step",
        "map",
        "group",
        "block",
        "book",
        "dot",
        "input",
        "output",
        "time",
        "home",
        "line",
        "token",
        "attention",
        "position",
        "encoding",
        "softmin",
        "topic",
        "web",
        "type",
        "concat",
        "model",
        "table",
        "d_model",
        "rule",
        "label",
        "system",
        "sum",
        "mean"
      })
  void wordsThatEndInAConsonant(String word) {
    assertEquals("을", Particles.after(word, "을를"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query", "key", "value", "go", "I", "you", "mask", "head", "weight", "weights", "softmax",
        "score", "state", "code", "encoder", "layer", "loss", "graph", "task", "loop", "page", "we",
        "the", "point", "network", "week", "logits", "bias", "student", "batch"
      })
  void wordsThatEndInAVowel(String word) {
    assertEquals("를", Particles.after(word, "을를"));
  }

  @Test
  void wordsThatEndInRieul() {
    assertEquals("로", Particles.after("d_model", "으로로"));
    assertEquals("로", Particles.after("table", "으로로"));
    assertEquals("로", Particles.after("파일", "으로로"));
    assertEquals("으로", Particles.after("home", "으로로"));
  }

  @Test
  void quotesBracketsAndStopsAreNotRead() {
    assertEquals("을", Particles.after("“home”", "을를"));
    assertEquals("를", Particles.after("'go'", "을를"));
    assertEquals("를", Particles.after("「나」", "을를"));
    assertEquals("을", Particles.after("집.", "을를"));
    assertEquals("을", Particles.after("encoder.0.self.q[0,1]", "을를"));
    assertEquals("를", Particles.after("model.safetensors", "을를"));
  }

  @Test
  void anAsideInBracketsIsSkipped() {
    assertEquals("를", Particles.after("쿼리(question)", "을를"));
    assertEquals("을", Particles.after("값 (value)", "을를"));
  }

  @Test
  void digitsAfterALetterAreNoPowerOfTen() {
    assertEquals("로", Particles.after("page7", "으로로"));
    assertEquals("을", Particles.after("page7", "을를"));
  }

  @Test
  void whereNobodyCanTellBothFormsStand() {
    assertEquals("을(를)", Particles.after("学", "을를"));
    assertEquals("(으)로", Particles.after("", "으로로"));
    assertEquals("은(는)", Particles.after("🙂", "은는"));
  }

  @Test
  void anUnknownPairIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> Particles.after("값", "를을"));
  }
}
