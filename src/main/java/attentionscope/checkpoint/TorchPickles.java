package attentionscope.checkpoint;

import attentionscope.checkpoint.Pickled.Constant;
import attentionscope.checkpoint.Pickled.Dictionary;
import attentionscope.checkpoint.Pickled.Items;
import attentionscope.checkpoint.Pickled.Real;
import attentionscope.checkpoint.Pickled.Storage;
import attentionscope.checkpoint.Pickled.Text;
import attentionscope.files.Problem;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file that PyTorch wrote before 1.6: pickles of a magic number, of the format's version, of
 * the machine, of the weights and of the storages' keys, one after the other; then of each storage
 * its count in 8 bytes and its elements.
 */
final class TorchPickles {
  /** 0x1950a86a20f9469cfc6c, which is beyond a long. */
  private static final Pickled MAGIC = new Real(0x1950a86a20f9469cfc6cp0);

  private static final Pickled VERSION = new Pickled.Whole(1001);

  private TorchPickles() {}

  static ArrayFile read(Path file, MemorySegment bytes) throws Problem {
    PickleInput in = new PickleInput(file, bytes, 0);
    Map<String, Storage> mentioned = new LinkedHashMap<>();
    if (!MAGIC.equals(Pickle.read(in, mentioned)) || !VERSION.equals(Pickle.read(in, mentioned))) {
      throw new Problem("checkpoint.problem.torch-form", file);
    }
    if (Pickle.read(in, mentioned) instanceof Dictionary machine
        && machine.entries().get(new Text("little_endian")) == Constant.FALSE) {
      throw new Problem("checkpoint.problem.torch-big-endian", file);
    }
    Pickled root = Pickle.read(in, mentioned);
    Map<String, MemorySegment> storages = new HashMap<>();
    if (!(Pickle.read(in, new HashMap<>()) instanceof Items keys)) {
      throw new Problem("checkpoint.problem.torch-form", file);
    }
    for (Pickled key : keys.items()) {
      Storage storage = key instanceof Text(String text) ? mentioned.get(text) : null;
      if (storage == null || storages.containsKey(storage.key())) {
        throw in.problem("checkpoint.problem.pickle-storage");
      }
      long count = in.nextLong();
      if (count != storage.count()) {
        throw TorchArrays.otherCount(file, storage, count);
      }
      storages.put(storage.key(), in.nextRaw(TorchArrays.size(file, storage)));
    }
    return TorchArrays.of(
        file,
        root,
        storage -> {
          MemorySegment found = storages.get(storage.key());
          if (found == null) {
            throw new Problem("checkpoint.problem.torch-part", file, storage.key());
          }
          return found;
        });
  }
}
