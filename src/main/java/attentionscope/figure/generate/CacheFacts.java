package attentionscope.figure.generate;

import attentionscope.analysis.Multiplications;
import attentionscope.model.CachedRun;
import attentionscope.nn.Past;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How large the cache of keys and values is, and what it saves.
 *
 * @param growing keys and values of what is written: a row more a token
 * @param once those of the source
 * @param tokens how many were read
 * @param fresh how many of their rows are new: the last one, or at the beginning all
 * @param work how many multiplications there are
 */
record CacheFacts(
    List<Past.Matrix> growing,
    List<Past.Matrix> once,
    int tokens,
    int fresh,
    Multiplications work) {

  /** Those of a run that can be gone on with. */
  static Optional<CacheFacts> of(Outlook outlook, Writing writing) {
    return outlook.computed().last().map(run -> of(run, outlook, writing));
  }

  private static CacheFacts of(CachedRun run, Outlook outlook, Writing writing) {
    List<Past.Matrix> kept = run.kept();
    return new CacheFacts(
        kept.stream().filter(Past.Matrix::grows).toList(),
        kept.stream().filter(Predicate.not(Past.Matrix::grows)).toList(),
        outlook.length(),
        writing.shown() == 0 ? outlook.length() : 1,
        Multiplications.of(outlook.newest(), outlook.computed().whole()));
  }

  /** How many numbers some matrices hold. */
  static long numbers(List<Past.Matrix> matrices) {
    return matrices.stream().mapToLong(one -> (long) one.rows() * one.columns()).sum();
  }

  /** How many numbers are new. */
  long freshNumbers() {
    return fresh * growing.stream().mapToLong(Past.Matrix::columns).sum();
  }

  /** Multiplications for what is new. */
  long withCache() {
    return fresh == tokens ? anew() : work.token();
  }

  /** Multiplications for everything. */
  long anew() {
    return work.anew(tokens);
  }
}
