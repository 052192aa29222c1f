package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

  private static final float MASKED = Float.NEGATIVE_INFINITY;

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 4", "5, 12", "7, 33", "6, 1000", "33, 512"})
  void softmaxWorksEachRowFromLeftToRight(int rows, int columns) {
    FMatrixRMaj x = Samples.matrix(rows, columns, 1);
    FMatrixRMaj expected = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < rows; i++) {
      float max = x.get(i, 0);
      for (int j = 1; j < columns; j++) {
        max = Math.max(max, x.get(i, j));
      }
      float sum = 0f;
      for (int j = 0; j < columns; j++) {
        sum += Functions.exp(x.get(i, j) - max);
      }
      for (int j = 0; j < columns; j++) {
        expected.set(i, j, Functions.exp(x.get(i, j) - max) / sum);
      }
    }
    FMatrixRMaj y = new FMatrixRMaj(rows, columns);
    Rows.softmax(x, y);
    Samples.assertSameBits(expected, y);
    Rows.softmax(x, x);
    Samples.assertSameBits(expected, x);
  }

  @Test
  void weightsOfEveryRowSumToOne() {
    FMatrixRMaj y = Samples.matrix(9, 50, 1);
    Rows.softmax(y, y);
    for (int i = 0; i < 9; i++) {
      double sum = 0;
      for (int j = 0; j < 50; j++) {
        sum += y.get(i, j);
      }
      assertEquals(1, sum, 1e-6);
    }
  }

  @Test
  void aMaskedCellHasNoWeight() {
    FMatrixRMaj x = new FMatrixRMaj(1, 3, true, new float[] {2f, MASKED, 2f});
    Rows.softmax(x, x);
    assertArrayEquals(new float[] {0.5f, 0f, 0.5f}, x.data);
  }

  @Test
  void largeScoresDoNotOverflow() {
    FMatrixRMaj x = new FMatrixRMaj(1, 2, true, new float[] {3e38f, -3e38f});
    Rows.softmax(x, x);
    assertArrayEquals(new float[] {1f, 0f}, x.data);
  }

  @Test
  void aRowThatIsMaskedWhollyOrHoldsNanBecomesNanAndTheOthersDoNot() {
    float nan = Float.NaN;
    FMatrixRMaj x = new FMatrixRMaj(3, 2, true, new float[] {MASKED, MASKED, 0f, 0f, nan, 1f});
    Rows.softmax(x, x);
    assertArrayEquals(new float[] {nan, nan, 0.5f, 0.5f, nan, nan}, x.data);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 4", "5, 12", "7, 33", "6, 1000"})
  void layerNormWorksEachRowFromLeftToRight(int rows, int columns) {
    FMatrixRMaj x = Samples.matrix(rows, columns, 1);
    FMatrixRMaj gain = Samples.matrix(1, columns, 2);
    FMatrixRMaj bias = Samples.matrix(1, columns, 3);
    float eps = 1e-5f;
    FMatrixRMaj expected = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += x.get(i, j);
      }
      double mean = sum / columns;
      float squares = 0f;
      for (int j = 0; j < columns; j++) {
        float d = (float) (x.get(i, j) - mean);
        squares = Math.fma(d, d, squares);
      }
      float deviation = (float) Math.sqrt(squares / columns + eps);
      for (int j = 0; j < columns; j++) {
        float d = (float) (x.get(i, j) - mean);
        expected.set(i, j, d / deviation * gain.data[j] + bias.data[j]);
      }
    }
    FMatrixRMaj y = new FMatrixRMaj(rows, columns);
    Rows.layerNorm(x, gain, bias, eps, y);
    Samples.assertSameBits(expected, y);
    Rows.layerNorm(x, gain, bias, eps, x);
    Samples.assertSameBits(expected, x);
  }

  @Test
  void aNormalizedRowHasMeanZeroAndVarianceOne() {
    FMatrixRMaj gain = new FMatrixRMaj(1, 4, true, new float[] {1, 1, 1, 1});
    FMatrixRMaj y = new FMatrixRMaj(1, 4, true, new float[] {3f, 5f, 7f, 9f});
    Rows.layerNorm(y, gain, new FMatrixRMaj(1, 4), 0f, y);
    assertArrayEquals(
        new float[] {-1.3416407f, -0.4472136f, 0.4472136f, 1.3416407f}, y.data, 1e-6f);
  }

  /** Its mean lies between two floats, which are far apart beside the row's own differences. */
  @Test
  void aRowThatHardlyVariesKeepsItsDigits() {
    float[] row = {5.002208f, 5.001149f, 5.000497f, 4.9973154f};
    double mean = 0;
    for (float x : row) {
      mean += x / 4.0;
    }
    double variance = 0;
    for (float x : row) {
      variance += (x - mean) * (x - mean) / 4;
    }
    FMatrixRMaj gain = new FMatrixRMaj(1, 4, true, new float[] {1, 1, 1, 1});
    FMatrixRMaj y = new FMatrixRMaj(1, 4, true, row.clone());
    Rows.layerNorm(y, gain, new FMatrixRMaj(1, 4), 1e-5f, y);
    for (int j = 0; j < row.length; j++) {
      assertEquals((row[j] - mean) / Math.sqrt(variance + 1e-5), y.data[j], 1e-6);
    }
  }

  @Test
  void aRowIsAddedToEveryRow() {
    FMatrixRMaj x = new FMatrixRMaj(2, 2, true, new float[] {1, 2, 3, 4});
    Rows.addRow(x, new FMatrixRMaj(1, 2, true, new float[] {10, 20}), x);
    assertArrayEquals(new float[] {11, 22, 13, 24}, x.data);
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    FMatrixRMaj x = new FMatrixRMaj(2, 3);
    FMatrixRMaj other = new FMatrixRMaj(3, 2);
    assertThrows(IllegalArgumentException.class, () -> Rows.softmax(x, other));
    assertThrows(IllegalArgumentException.class, () -> Rows.addRow(x, other, x));
    assertThrows(IllegalArgumentException.class, () -> Rows.layerNorm(x, other, other, 0f, x));
  }
}
