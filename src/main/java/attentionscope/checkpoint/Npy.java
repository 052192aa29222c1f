package attentionscope.checkpoint;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads and writes one array in NumPy's npy format (versions 1 to 3 read, 1 written). */
public final class Npy {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** No array of numbers needs more; NumPy itself trusts no longer one. */
  private static final int LONGEST_HEADER = 10_000;

  /** Bytes that a Java array holds for certain. */
  static final long LARGEST = Integer.MAX_VALUE - 16L;

  private Npy() {}

  /**
   * Reads a file that holds one array.
   *
   * @throws Problem if it cannot be read or is not what the format demands
   */
  public static NdArray read(Path file) throws Problem {
    long size = BoundedFile.size(file);
    String name = String.valueOf(file.getFileName());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file, name, Math.min(size, LARGEST));
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", file, BoundedFile.said(e));
    }
  }

  /**
   * Reads an array to the end of a stream.
   *
   * @param array its name, for messages
   * @param most bytes of data that may be allocated for it
   */
  static NdArray read(InputStream in, Path file, String array, long most)
      throws IOException, Problem {
    NpyHeader header = NpyHeader.parse(file, array, headerText(in, file, array));
    long count = header.shape().count();
    int bytes = header.dtype().bytes();
    if (count > most / bytes) {
      throw new Problem("checkpoint.problem.npy-large", file, array, header.shape(), most);
    }
    // Allocates as the bytes come, so a header that promises too much costs nothing.
    byte[] data = in.readNBytes((int) count * bytes);
    if (data.length < count * bytes || in.read() >= 0) {
      throw new Problem("checkpoint.problem.npy-size", file, array, header.shape(), count * bytes);
    }
    if (header.bigEndian()) {
      swap(data, bytes);
    }
    byte[] rowMajor = header.columnMajor() ? rowMajor(data, header.shape(), bytes) : data;
    return new NdArray(header.dtype(), header.shape(), MemorySegment.ofArray(rowMajor));
  }

  /**
   * An array whose numbers stay where they are; empty where their bytes lie in another order.
   *
   * @param all a header and the numbers, and nothing behind them
   * @param array its name, for messages
   */
  static Optional<NdArray> inPlace(MemorySegment all, Path file, String array)
      throws IOException, Problem {
    long most = Math.min(all.byteSize(), MAGIC.length + 6 + LONGEST_HEADER);
    ByteArrayInputStream in =
        new ByteArrayInputStream(all.asSlice(0, most).toArray(ValueLayout.JAVA_BYTE));
    NpyHeader header = NpyHeader.parse(file, array, headerText(in, file, array));
    MemorySegment numbers = all.asSlice(most - in.available());
    long count = header.shape().count();
    int bytes = header.dtype().bytes();
    if (numbers.byteSize() % bytes != 0 || numbers.byteSize() / bytes != count) {
      throw new Problem("checkpoint.problem.npy-size", file, array, header.shape(), count * bytes);
    }
    return header.bigEndian() || header.columnMajor()
        ? Optional.empty()
        : Optional.of(new NdArray(header.dtype(), header.shape(), numbers));
  }

  private static String headerText(InputStream in, Path file, String array)
      throws IOException, Problem {
    byte[] prefix = in.readNBytes(MAGIC.length + 2);
    if (prefix.length < MAGIC.length + 2
        || !Arrays.equals(prefix, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new Problem("checkpoint.problem.npy-magic", file, array);
    }
    int version = prefix[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new Problem("checkpoint.problem.npy-version", file, array, version);
    }
    byte[] lengthBytes = in.readNBytes(version == 1 ? 2 : 4);
    long length = 0;
    for (int i = lengthBytes.length - 1; i >= 0; i--) {
      length = length << 8 | (lengthBytes[i] & 0xFF);
    }
    if (length > LONGEST_HEADER) {
      throw new Problem(
          "checkpoint.problem.npy-header-length", file, array, length, LONGEST_HEADER);
    }
    byte[] text = in.readNBytes((int) length);
    if (text.length < length) {
      throw new Problem("checkpoint.problem.npy-header", file, array);
    }
    return new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  /**
   * Writes a file of one array; BF16, which NumPy lacks, as F32.
   *
   * @throws Problem if it cannot be written
   */
  public static void write(Path file, NdArray array) throws Problem {
    WholeFile.write(file, out -> write(out, array));
  }

  static void write(OutputStream out, NdArray array) throws IOException {
    NdArray known = array.dtype() == DType.BF16 ? widened(array) : array.rowMajor();
    out.write(NpyHeader.bytes(known.dtype(), known.shape()));
    SafetensorsWriter.writeBytes(known.bytes(), out);
  }

  private static NdArray widened(NdArray array) {
    long[] shape = array.shape().sizes().stream().mapToLong(Long::longValue).toArray();
    return NdArray.of(array.floats(), shape);
  }

  private static void swap(byte[] data, int bytes) {
    for (int start = 0; start < data.length; start += bytes) {
      for (int i = start, j = start + bytes - 1; i < j; i++, j--) {
        byte held = data[i];
        data[i] = data[j];
        data[j] = held;
      }
    }
  }

  private static byte[] rowMajor(byte[] columnMajor, Shape shape, int bytes) {
    byte[] rowMajor = new byte[columnMajor.length];
    int axes = shape.axes();
    int[] index = new int[axes];
    for (int to = 0; to < rowMajor.length; to += bytes) {
      int from = 0;
      for (int axis = axes - 1; axis >= 0; axis--) {
        from = from * shape.size(axis) + index[axis];
      }
      System.arraycopy(columnMajor, from * bytes, rowMajor, to, bytes);
      for (int axis = axes - 1; axis >= 0 && ++index[axis] == shape.size(axis); axis--) {
        index[axis] = 0;
      }
    }
    return rowMajor;
  }
}
