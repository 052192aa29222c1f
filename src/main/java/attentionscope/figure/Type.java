package attentionscope.figure;

/**
 * How text is set.
 *
 * @param face which family
 * @param size in pixels, from the top of the tallest to the foot of the deepest letter, roughly
 * @param weight how bold
 */
public record Type(Face face, double size, Weight weight) {

  /** A family by its use. */
  public enum Face {
    /** Words: Pretendard. */
    UI("Pretendard"),
    /** Numbers and ids: Noto Sans Mono. */
    MONO("Noto Sans Mono");

    private final String family;

    Face(String family) {
      this.family = family;
    }

    /** The family's name, as fonts call themselves. */
    public String family() {
      return family;
    }
  }

  /** How bold; {@link Face#MONO} knows only regular and bold and takes the nearest. */
  public enum Weight {
    REGULAR(400),
    MEDIUM(500),
    SEMIBOLD(600),
    BOLD(700);

    private final int number;

    Weight(int number) {
      this.number = number;
    }

    /** As style sheets count it. */
    public int number() {
      return number;
    }
  }

  public static Type ui(double size) {
    return new Type(Face.UI, size, Weight.REGULAR);
  }

  public static Type mono(double size) {
    return new Type(Face.MONO, size, Weight.REGULAR);
  }

  public Type weight(Weight other) {
    return new Type(face, size, other);
  }

  public Type size(double other) {
    return new Type(face, other, weight);
  }

  /** The file in {@code assets/fonts} that holds it. */
  public String file() {
    return switch (face) {
      case UI ->
          switch (weight) {
            case REGULAR -> "Pretendard-Regular.otf";
            case MEDIUM -> "Pretendard-Medium.otf";
            case SEMIBOLD -> "Pretendard-SemiBold.otf";
            case BOLD -> "Pretendard-Bold.otf";
          };
      case MONO ->
          weight.number() >= Weight.SEMIBOLD.number()
              ? "NotoSansMono-Bold.ttf"
              : "NotoSansMono-Regular.ttf";
    };
  }
}
