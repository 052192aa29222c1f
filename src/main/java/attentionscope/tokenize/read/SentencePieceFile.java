package attentionscope.tokenize.read;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.tokenize.piece.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What is needed of a SentencePiece model (the message {@code ModelProto} of SentencePiece's public
 * definition): pieces with scores and types, the kind of model, and the normalizer.
 */
final class SentencePieceFile {
  private static final long LARGEST = 32L << 20;

  private static final int UNIGRAM = 1;
  private static final int BPE = 2;

  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int USER_DEFINED = 4;

  private final Path file;
  private final Vocabulary.Builder pieces;
  private double[] scores = new double[1024];
  private int count;
  private int kind = UNIGRAM;

  final BitSet normal = new BitSet();
  final BitSet control = new BitSet();
  final BitSet userDefined = new BitSet();
  int unknown = -1;
  boolean byteFallback;
  byte[] characterMap = {};
  boolean spaceInFront = true;
  boolean fewerSpaces = true;

  private SentencePieceFile(Path file) {
    this.file = file;
    pieces = new Vocabulary.Builder(file);
  }

  static SentencePieceFile read(Path file) throws Problem {
    SentencePieceFile model = new SentencePieceFile(file);
    Protobuf message = new Protobuf(file, ByteBuffer.wrap(BoundedFile.readBytes(file, LARGEST)));
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> model.piece(message.message());
        case 2 -> model.trainer(message.message());
        case 3 -> model.normalizer(message.message());
        default -> message.skip();
      }
    }
    if (model.kind != UNIGRAM && model.kind != BPE) {
      throw new Problem("tokenize.problem.sentencepiece-kind", file);
    }
    if (model.unknown < 0) {
      throw new Problem("tokenize.problem.no-unknown", file, "<unk>");
    }
    return model;
  }

  private void piece(Protobuf message) throws Problem {
    String text = "";
    float score = 0;
    int type = NORMAL;
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> text = message.text();
        case 2 -> score = message.number();
        case 3 -> type = message.whole();
        default -> message.skip();
      }
    }
    if (!Float.isFinite(score)) {
      throw new Problem("tokenize.problem.scored", file, count);
    }
    pieces.add(text);
    scores = count == scores.length ? Arrays.copyOf(scores, 2 * count) : scores;
    scores[count] = score;
    normal.set(count, type == NORMAL);
    control.set(count, type == CONTROL || type == UNKNOWN);
    userDefined.set(count, type == USER_DEFINED);
    unknown = type == UNKNOWN ? count : unknown;
    count++;
  }

  private void trainer(Protobuf message) throws Problem {
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 3 -> kind = message.whole();
        case 35 -> byteFallback = message.flag();
        default -> message.skip();
      }
    }
  }

  private void normalizer(Protobuf message) throws Problem {
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 2 -> characterMap = message.bytes();
        case 3 -> spaceInFront = message.flag();
        case 4 -> fewerSpaces = message.flag();
        default -> message.skip();
      }
    }
  }

  Path file() {
    return file;
  }

  Vocabulary vocabulary() throws Problem {
    return pieces.done();
  }

  boolean mergesPairs() {
    return kind == BPE;
  }

  /** Of every id; −∞ for what is not found in a text. */
  double[] scores() {
    double[] all = Arrays.copyOf(scores, count);
    for (int id = 0; id < count; id++) {
      all[id] = normal.get(id) || userDefined.get(id) ? all[id] : Double.NEGATIVE_INFINITY;
    }
    return all;
  }
}
