package attentionscope.checkpoint;

import attentionscope.checkpoint.Pickled.Dictionary;
import attentionscope.checkpoint.Pickled.Real;
import attentionscope.checkpoint.Pickled.Storage;
import attentionscope.checkpoint.Pickled.Tensor;
import attentionscope.checkpoint.Pickled.Text;
import attentionscope.checkpoint.Pickled.Whole;
import attentionscope.files.Problem;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The arrays by name that a file of PyTorch holds: views of its storages, each checked. */
final class TorchArrays {
  /** Where training loops put the weights beside what else they keep. */
  private static final List<String> STATES =
      List.of("state_dict", "model_state_dict", "model", "module");

  /** A tensor may repeat the elements of its storage, but not to any length. */
  private static final long MOST_REPEATED = 1 << 22;

  private final Path file;
  private final Storages storages;

  private TorchArrays(Path file, Storages storages) {
    this.file = file;
    this.storages = storages;
  }

  /** Where the elements of a storage lie. */
  interface Storages {
    MemorySegment bytes(Storage storage) throws Problem;
  }

  /**
   * The tensors and numbers of a dictionary, or of the one in it that holds the weights.
   *
   * @throws Problem if there are none, or one does not fit its storage
   */
  static ArrayFile of(Path file, Pickled root, Storages storages) throws Problem {
    Dictionary state =
        state(root).orElseThrow(() -> new Problem("checkpoint.problem.torch-empty", file));
    TorchArrays reading = new TorchArrays(file, storages);
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<Pickled, Pickled> entry : state.entries().entrySet()) {
      if (entry.getKey() instanceof Text(String name)) {
        Optional<NdArray> array = reading.array(name, entry.getValue());
        if (array.isPresent()) {
          arrays.put(name, array.get());
        }
      }
    }
    return ArrayFile.of(file, arrays);
  }

  private static Optional<Dictionary> state(Pickled root) {
    if (!(root instanceof Dictionary dictionary)) {
      return Optional.empty();
    }
    if (holdsTensors(dictionary)) {
      return Optional.of(dictionary);
    }
    for (String key : STATES) {
      if (dictionary.entries().get(new Text(key)) instanceof Dictionary state
          && holdsTensors(state)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private static boolean holdsTensors(Dictionary dictionary) {
    return dictionary.entries().values().stream().anyMatch(Tensor.class::isInstance);
  }

  private Optional<NdArray> array(String name, Pickled value) throws Problem {
    return switch (value) {
      case Tensor tensor -> Optional.of(array(name, tensor));
      case Whole(long number) -> Optional.of(NdArray.of(new long[] {number}));
      case Real(double number) -> Optional.of(NdArray.of(number));
      default -> Optional.empty(); // texts and the like, which are no weights
    };
  }

  private NdArray array(String name, Tensor tensor) throws Problem {
    Storage storage = tensor.storage();
    MemorySegment bytes = storages.bytes(storage);
    if (bytes.byteSize() != size(file, storage)) {
      throw otherCount(file, storage, bytes.byteSize() / storage.dtype().bytes());
    }
    Shape shape =
        Shape.from(tensor.sizes())
            .orElseThrow(() -> new Problem("checkpoint.problem.count", file, name, tensor.sizes()));
    long span = shape.span(tensor.strides()).orElse(Long.MAX_VALUE);
    if (tensor.offset() > storage.count() || span > storage.count() - tensor.offset()) {
      throw new Problem(
          "checkpoint.problem.torch-outside",
          file,
          name,
          shape,
          tensor.strides(),
          tensor.offset(),
          storage.count());
    }
    if (shape.count() > Math.max(storage.count(), MOST_REPEATED)) {
      throw new Problem(
          "checkpoint.problem.torch-repeats", file, name, shape, storage.count(), MOST_REPEATED);
    }
    int width = storage.dtype().bytes();
    return new NdArray(
        storage.dtype(),
        shape,
        tensor.strides(),
        bytes.asSlice(tensor.offset() * width, span * width));
  }

  /** The bytes that a storage claims to have. */
  static long size(Path file, Storage storage) throws Problem {
    if (storage.count() > Long.MAX_VALUE / storage.dtype().bytes()) {
      throw otherCount(file, storage, -1);
    }
    return storage.count() * storage.dtype().bytes();
  }

  static Problem otherCount(Path file, Storage storage, long found) {
    return new Problem(
        "checkpoint.problem.torch-storage",
        file,
        storage.key(),
        storage.dtype(),
        storage.count(),
        found);
  }
}
