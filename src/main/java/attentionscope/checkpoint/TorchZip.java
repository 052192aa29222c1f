package attentionscope.checkpoint;

import attentionscope.checkpoint.Pickled.Storage;
import attentionscope.files.Problem;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The zip that PyTorch writes from 1.6 on: {@code name/data.pkl} with the pickle and one part
 * {@code name/data/key} a storage. PyTorch stores them as they are, and they are used in place;
 * parts that somebody packed since are unpacked up to a bound.
 */
final class TorchZip {
  private static final String PICKLE = "data.pkl";
  private static final long MOST_UNPACKED = 64L << 20;
  private static final long LONGEST_BYTE_ORDER = 16;

  private final Path file;
  private final SequencedMap<String, ZipPart> parts;
  private final Map<String, MemorySegment> storages = new HashMap<>();
  private long left = MOST_UNPACKED;

  private TorchZip(Path file, SequencedMap<String, ZipPart> parts) {
    this.file = file;
    this.parts = parts;
  }

  static ArrayFile read(Path file, MemorySegment bytes) throws Problem {
    return new TorchZip(file, ZipParts.of(file, bytes)).read();
  }

  private ArrayFile read() throws Problem {
    List<String> pickles =
        parts.keySet().stream()
            .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
            .toList();
    if (pickles.size() != 1) {
      throw new Problem("checkpoint.problem.torch-pickles", file, pickles.size());
    }
    String name = pickles.getFirst();
    String folder = name.substring(0, name.length() - PICKLE.length());
    checkByteOrder(folder);
    ZipPart part = part(name);
    MemorySegment bytes = bytes(part);
    part.checkSum(bytes);
    PickleInput in = new PickleInput(file, bytes, part.isStored() ? part.begin() : 0);
    Pickled root = Pickle.read(in, new HashMap<>());
    return TorchArrays.of(file, root, storage -> storage(folder, storage));
  }

  private void checkByteOrder(String folder) throws Problem {
    ZipPart order = parts.get(folder + "byteorder");
    if (order != null && order.size() <= LONGEST_BYTE_ORDER) {
      byte[] text = bytes(order).toArray(ValueLayout.JAVA_BYTE);
      if (new String(text, StandardCharsets.UTF_8).strip().equals("big")) {
        throw new Problem("checkpoint.problem.torch-big-endian", file);
      }
    }
  }

  private MemorySegment storage(String folder, Storage storage) throws Problem {
    MemorySegment known = storages.get(storage.key());
    if (known != null) {
      return known;
    }
    MemorySegment bytes = bytes(part(folder + "data/" + storage.key()));
    storages.put(storage.key(), bytes);
    return bytes;
  }

  private ZipPart part(String name) throws Problem {
    ZipPart part = parts.get(name);
    if (part == null) {
      throw new Problem("checkpoint.problem.torch-part", file, name);
    }
    return part;
  }

  private MemorySegment bytes(ZipPart part) throws Problem {
    MemorySegment bytes = part.bytes(left);
    left -= part.isStored() ? 0 : bytes.byteSize();
    return bytes;
  }
}
