package attentionscope.model.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** Says what comes next by a table of probabilities, and notes what it was asked. */
final class Told implements NextTokens {

  private final int vocabulary;
  private final Map<List<Integer>, List<Double>> table;
  private final List<List<Sequence>> asked = new ArrayList<>();

  /**
   * @param table for each sequence the probabilities of all tokens; those not there are even
   */
  Told(int vocabulary, Map<List<Integer>, List<Double>> table) {
    this.vocabulary = vocabulary;
    this.table = table;
  }

  @Override
  public FMatrixRMaj logits(List<Sequence> sequences) {
    asked.add(sequences);
    FMatrixRMaj logits = new FMatrixRMaj(sequences.size(), vocabulary);
    for (int row = 0; row < sequences.size(); row++) {
      List<Double> own = table.get(sequences.get(row).tokens());
      for (int token = 0; token < vocabulary && own != null; token++) {
        logits.set(row, token, (float) StrictMath.log(own.get(token)));
      }
    }
    return logits;
  }

  /** All that was asked, call by call. */
  List<List<Sequence>> asked() {
    return asked;
  }
}
