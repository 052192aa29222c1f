package attentionscope.checkpoint;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Reads and writes NumPy's npz: a zip of npy arrays, each named after its array. */
public final class Npz {
  private static final String ENDING = ".npy";

  /** Stored arrays of so many bytes are left in the file. */
  private static final long LARGE = 1 << 20;

  /** All files get the same, so that equal arrays make equal files. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Npz() {}

  /**
   * How much a file may unfold to.
   *
   * @param arrays how many arrays
   * @param bytes of data, all arrays together
   */
  record Limits(int arrays, long bytes) {
    /** Half of the memory that the program may use. */
    static Limits standard() {
      return new Limits(100_000, Runtime.getRuntime().maxMemory() / 2);
    }
  }

  /**
   * Reads all arrays. Large ones that are stored as they are stay in the file, which is mapped; the
   * sums of all others are checked.
   *
   * @throws Problem if the file is no zip of arrays, is damaged, or unfolds to more than half the
   *     program's memory
   */
  public static ArrayFile read(Path file) throws Problem {
    return read(file, Limits.standard());
  }

  static ArrayFile read(Path file, Limits limits) throws Problem {
    BoundedFile.size(file); // says what is wrong with it better than the zip's reader
    try (ZipFile zip = new ZipFile(file.toFile())) {
      SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
      Map<String, ZipPart> parts = Map.of();
      long left = limits.bytes;
      Iterator<? extends ZipEntry> entries = zip.entries().asIterator();
      while (entries.hasNext()) {
        ZipEntry entry = entries.next();
        String name = name(file, entry);
        if (arrays.size() == limits.arrays) {
          throw new Problem("checkpoint.problem.npz-entries", file, limits.arrays);
        }
        Optional<NdArray> mapped = Optional.empty();
        if (entry.getMethod() == ZipEntry.STORED && entry.getSize() >= LARGE) {
          parts = parts.isEmpty() ? ZipParts.of(file, MappedFile.map(file)) : parts;
          mapped = mapped(parts, entry, file, name);
        }
        NdArray array =
            mapped.isPresent()
                ? mapped.get()
                : array(zip, entry, file, name, Math.min(left, Npy.LARGEST));
        left -= mapped.isPresent() ? 0 : array.bytes().byteSize();
        if (arrays.put(name, array) != null) {
          throw new Problem("checkpoint.problem.twice", file, name);
        }
      }
      return ArrayFile.of(file, arrays);
    } catch (ZipException e) {
      throw new Problem(e, "checkpoint.problem.zip", file, BoundedFile.said(e));
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", file, BoundedFile.said(e));
    }
  }

  private static String name(Path file, ZipEntry entry) throws Problem {
    String name = entry.getName();
    if (!name.endsWith(ENDING)) {
      throw new Problem("checkpoint.problem.npz-foreign", file, name);
    }
    return name.substring(0, name.length() - ENDING.length());
  }

  private static Optional<NdArray> mapped(
      Map<String, ZipPart> parts, ZipEntry entry, Path file, String name)
      throws IOException, Problem {
    ZipPart part = parts.get(entry.getName());
    return part == null || !part.isStored()
        ? Optional.empty()
        : Npy.inPlace(part.bytes(0), file, name);
  }

  private static NdArray array(ZipFile zip, ZipEntry entry, Path file, String name, long most)
      throws IOException, Problem {
    CRC32 sum = new CRC32();
    try (InputStream in =
        new BufferedInputStream(new CheckedInputStream(zip.getInputStream(entry), sum))) {
      NdArray array = Npy.read(in, file, name, most);
      if (sum.getValue() != entry.getCrc()) {
        throw new Problem("checkpoint.problem.npz-sum", file, name);
      }
      return array;
    }
  }

  /**
   * Writes all arrays; npz keeps no metadata, and knows no BF16, which becomes F32.
   *
   * @throws Problem if the file cannot be written
   */
  public static void write(Path file, ArrayFile arrays) throws Problem {
    WholeFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (Map.Entry<String, NdArray> array : arrays.arrays().entrySet()) {
            ZipEntry entry = new ZipEntry(array.getKey() + ENDING);
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            Npy.write(zip, array.getValue());
            zip.closeEntry();
          }
          zip.finish();
        });
  }
}
