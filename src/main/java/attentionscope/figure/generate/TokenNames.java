package attentionscope.figure.generate;

import attentionscope.figure.matrix.AxisNames;
import attentionscope.tensor.Axis;
import java.util.List;

/** How tokens are written. */
final class TokenNames {

  private TokenNames() {}

  /** A token as it is drawn: blanks and line ends become visible. */
  static String shown(String token) {
    return AxisNames.label(Axis.of(Axis.Role.VOCABULARY, List.of(token)), 0);
  }
}
