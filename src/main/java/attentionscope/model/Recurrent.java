package attentionscope.model;

/** A model that reads a sequence step by step, with an RNN, a GRU or an LSTM. */
public sealed interface Recurrent extends Predictor
    permits Seq2Seq, RecurrentTagger, RecurrentClassifier {

  /** Whether it reads from the last token to the first. */
  boolean readsReversed();

  /** The same parameters, reading from the other end. */
  Recurrent fromOtherEnd();
}
