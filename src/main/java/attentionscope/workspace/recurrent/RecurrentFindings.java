package attentionscope.workspace.recurrent;

import attentionscope.workspace.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What was measured besides a recurrent run, as far as it is known.
 *
 * @param uncut what the decoder says without the cut, where attention is cut
 * @param gradients how much the loss changes with each step of the input
 * @param lengths how many answers are right, by the length of the input
 * @param readers what other models make of the same text
 */
public record RecurrentFindings(
    Optional<List<String>> uncut,
    Optional<GradientStudy> gradients,
    Optional<LengthStudy> lengths,
    Optional<ReaderStudy> readers)
    implements Findings {

  /** Nothing is known yet. */
  public static final RecurrentFindings NONE =
      new RecurrentFindings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public RecurrentFindings {
    uncut = uncut.map(List::copyOf);
  }

  RecurrentFindings withUncut(List<String> said) {
    return new RecurrentFindings(Optional.of(said), gradients, lengths, readers);
  }

  RecurrentFindings withGradients(GradientStudy study) {
    return new RecurrentFindings(uncut, Optional.of(study), lengths, readers);
  }

  RecurrentFindings withLengths(LengthStudy study) {
    return new RecurrentFindings(uncut, gradients, Optional.of(study), readers);
  }

  RecurrentFindings withReaders(ReaderStudy study) {
    return new RecurrentFindings(uncut, gradients, lengths, Optional.of(study));
  }
}
