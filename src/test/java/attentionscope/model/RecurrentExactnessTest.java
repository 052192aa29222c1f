package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.op.Exactness;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every choice a recurrent model has: what it shows is what it computed, to the bit. */
class RecurrentExactnessTest {

  static Stream<RecurrentRuns.Run> everyRun() throws Problem {
    return RecurrentRuns.all();
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void explanationsGiveTheStoredBits(RecurrentRuns.Run run) {
    Exactness.assertExplanationsAreExact(run.trace());
  }

  @ParameterizedTest
  @MethodSource("everyRun")
  void whatACellFeedsIsWhatNamesIt(RecurrentRuns.Run run) {
    Exactness.assertFeedsAgreeWithExplanations(run.trace());
  }
}
