package attentionscope.checkpoint;

import java.util.List;
import java.util.SequencedMap;

/** What a pickle of weights is made of. Lists and dictionaries are filled while it is read. */
sealed interface Pickled {
  /** Python's constants. */
  enum Constant implements Pickled {
    NONE,
    FALSE,
    TRUE
  }

  /** A whole number. */
  record Whole(long value) implements Pickled {}

  /** A number that is not whole. */
  record Real(double value) implements Pickled {}

  /** A text. */
  record Text(String value) implements Pickled {}

  /** A list or a tuple. */
  record Items(List<Pickled> items) implements Pickled {}

  /** A dictionary, in the order in which it was filled; keys are texts and whole numbers. */
  record Dictionary(SequencedMap<Pickled, Pickled> entries) implements Pickled {}

  /** A function or class by its full name; only names that are known become one. */
  record Global(String name) implements Pickled {}

  /** Elements of one type one after the other, outside the pickle. */
  record Storage(String key, DType dtype, long count) implements Pickled {}

  /** A view of a storage. */
  record Tensor(Storage storage, long offset, List<Long> sizes, List<Long> strides)
      implements Pickled {}
}
