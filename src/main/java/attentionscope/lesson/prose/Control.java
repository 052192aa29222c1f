package attentionscope.lesson.prose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of the window a lesson can point at. Views find the part for each. */
public enum Control {
  /** The field in which the source tokens are typed. */
  SOURCE_TEXT("tokens.source"),
  TARGET_TEXT("tokens.target"),
  SCALE("steps.scale"),
  MASK("steps.mask"),
  POSITIONS("steps.positions"),
  /** The bar that goes through the calculation, with its play button. */
  CALCULATION("steps.play"),
  /** The strip of all layers and heads. */
  HEADS("attention.heads"),
  TRANSPOSE("attention.transpose"),
  /** Encoder, decoder or cross-attention. */
  KIND("attention.kind"),
  /** By layer, entropy or distance. */
  ORDER("heads.order"),
  /** Up to which measure heads stay. */
  LIMIT("heads.limit"),
  ONE_SCALE("heads.one-scale"),
  /** The head that is followed from box to box. */
  FOLLOWED("shapes.head"),
  /** Where weights get other sizes. */
  SIZES("shapes.sizes"),
  /** The head whose query is dragged. */
  PLANE_HEAD("plane.head"),
  PUT_BACK("plane.back"),
  /** The encodings to choose from. */
  ENCODING("positions.encoding"),
  WIDTH("positions.width"),
  LENGTH("positions.length"),
  BASE("positions.base"),
  POSITION("positions.position"),
  SHIFT("positions.shift"),
  /** Greedily or by chance. */
  WAY("generate.way"),
  TEMPERATURE("generate.temperature"),
  TOP_K("generate.top-k"),
  TOP_P("generate.top-p"),
  SEED("generate.seed"),
  BEAM_WIDTH("generate.beam-width"),
  LENGTH_PENALTY("generate.length-penalty"),
  /** When a beam search ends. */
  STOPPING("generate.stopping"),
  /** What stands below the unrolled network. */
  RECURRENT_BELOW("recurrent.below"),
  TEACHER("recurrent.teacher"),
  REVERSED("recurrent.reversed"),
  /** Takes away what attention has found. */
  CUT("recurrent.cut"),
  INSPECTOR("inspector"),
  /** Where a cell gets another value. */
  WHAT_IF("inspector.change"),
  LESSONS("rail.lessons"),
  ATTENTION("rail.attention"),
  STEPS("rail.steps"),
  PLANE_VIEW("rail.plane"),
  HEADS_VIEW("rail.heads"),
  POSITIONS_VIEW("rail.positions"),
  SHAPES_VIEW("rail.shapes"),
  GENERATE_VIEW("rail.generate"),
  RECURRENT_VIEW("rail.recurrent"),
  TRAIN_VIEW("rail.train");

  private final String key;

  Control(String key) {
    this.key = key;
  }

  /** How lessons write it. */
  public String key() {
    return key;
  }

  public static Optional<Control> of(String key) {
    return Arrays.stream(values()).filter(control -> control.key.equals(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(Control::key).toList();
  }
}
