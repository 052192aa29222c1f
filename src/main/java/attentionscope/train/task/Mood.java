package attentionscope.train.task;

import java.util.List;

/** Tenses and what is near to them, in Korean and in English. */
enum Mood {
  PRESENT,
  PAST,
  FUTURE,
  /** 읽고 있어요, is reading. */
  PROGRESSIVE,
  /** 읽고 있었어요, was reading. */
  WAS_PROGRESSIVE,
  /** 읽을 수 있어요, can read. */
  CAN,
  /** 읽고 싶어요, wants to read. */
  WANT,
  /** 읽어야 해요, has to read. */
  MUST;

  /** In which moods words said to be used so are used. */
  static List<Mood> of(String use) {
    return switch (use) {
      case "habit" -> List.of(values());
      case "deed" -> List.of(PAST, PAST, FUTURE, CAN, WANT, MUST);
      case "event", "past" -> List.of(PAST);
      case "state" -> List.of(PRESENT, PRESENT, PAST);
      case "present" -> List.of(PRESENT);
      case "future" -> List.of(FUTURE);
      case "progressive" -> List.of(PROGRESSIVE);
      case "can" -> List.of(CAN);
      case "want" -> List.of(WANT);
      case "must" -> List.of(MUST);
      default -> throw new IllegalArgumentException(use);
    };
  }

  static final List<String> USES = List.of("habit", "deed", "event", "state");
  static final List<String> TIMES =
      List.of("past", "present", "future", "progressive", "can", "want", "must");

  /** Whether it tells of something that takes place once, so that who does it may be new. */
  boolean happens() {
    return this == PAST || this == PROGRESSIVE || this == WAS_PROGRESSIVE;
  }

  /**
   * A Korean verb.
   *
   * @param third whether somebody else is spoken of: what others want is 싶어 해요
   * @param an the short way of saying not, by 안
   */
  String korean(KoreanStem stem, boolean not, boolean an, boolean third) {
    if (not && an && (this == PRESENT || this == PAST || this == FUTURE)) {
      return "안 " + korean(stem, false, false, third);
    }
    String negated = stem.not();
    return switch (this) {
      case PRESENT -> not ? negated + " 않아요" : stem.present();
      case PAST -> not ? negated + " 않았어요" : stem.past();
      case FUTURE -> not ? negated + " 않을 거예요" : stem.future() + " 거예요";
      case PROGRESSIVE -> stem.and() + (not ? " 있지 않아요" : " 있어요");
      case WAS_PROGRESSIVE -> stem.and() + (not ? " 있지 않았어요" : " 있었어요");
      case CAN -> stem.future() + (not ? " 수 없어요" : " 수 있어요");
      case WANT ->
          stem.and() + (third ? " 싶어 " : " ") + (third ? hae(not) : not ? "싶지 않아요" : "싶어요");
      case MUST -> stem.must() + " 해요";
    };
  }

  private static String hae(boolean not) {
    return not ? "하지 않아요" : "해요";
  }
}
