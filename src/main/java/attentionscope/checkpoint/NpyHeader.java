package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the header of an npy array says.
 *
 * @param bigEndian whether bytes of an element start with the highest
 * @param columnMajor whether the first axis runs fastest, as in Fortran
 */
record NpyHeader(DType dtype, boolean bigEndian, boolean columnMajor, Shape shape) {
  /**
   * A dictionary in Python's notation: {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }.
   */
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\s*\\{(?:\\s*(?:"
              + "(['\"])descr\\1\\s*:\\s*(?:(['\"])(?<descr>[^'\"]{1,40})\\2|(?<record>\\[.{1,9999}]))"
              + "|(['\"])fortran_order\\5\\s*:\\s*(?<order>True|False)|(['\"])shape\\7\\s*:\\s*"
              + "\\((?<shape>[\\d\\s,L]{0,9999})\\))\\s*(?:,|(?=\\s*}))){3}\\s*}\\s*",
          Pattern.DOTALL);

  private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,19})L?\\s*");

  private static final int ALIGNMENT = 64;

  /** Magic, version and length of the header's text, in version 1. */
  private static final int PREFIX = 10;

  /**
   * Reads the text of a header.
   *
   * @param array name of the array, for messages
   */
  static NpyHeader parse(Path file, String array, String text) throws Problem {
    Matcher found = DICTIONARY.matcher(text);
    boolean whole = found.matches();
    if (whole && found.group("record") != null) {
      throw new Problem(
          "checkpoint.problem.dtype", file, array, found.group("record"), DType.numpyCodes());
    }
    if (!whole
        || found.group("descr") == null
        || found.group("order") == null
        || found.group("shape") == null) {
      throw new Problem("checkpoint.problem.npy-header", file, array);
    }
    String descr = found.group("descr");
    boolean ordered = "<>=|".indexOf(descr.charAt(0)) >= 0;
    String code = ordered ? descr.substring(1) : descr;
    DType dtype =
        DType.ofNumpy(code.equals("?") ? "b1" : code)
            .orElseThrow(
                () ->
                    new Problem(
                        "checkpoint.problem.dtype", file, array, descr, DType.numpyCodes()));
    boolean columnMajor = found.group("order").equals("True");
    return new NpyHeader(
        dtype, descr.charAt(0) == '>', columnMajor, shape(file, array, found.group("shape")));
  }

  private static Shape shape(Path file, String array, String text) throws Problem {
    List<Long> sizes = new ArrayList<>();
    for (String size : text.split(",", -1)) {
      Matcher digits = SIZE.matcher(size);
      if (digits.matches()) {
        // What is beyond a long becomes negative, which no shape takes.
        sizes.add(Long.parseUnsignedLong(digits.group(1)));
      } else if (!size.isBlank()) {
        throw new Problem("checkpoint.problem.npy-header", file, array);
      }
    }
    if (sizes.size() > Shape.MOST_AXES) {
      throw new Problem("checkpoint.problem.shape", file, array);
    }
    return Shape.from(sizes)
        .orElseThrow(() -> new Problem("checkpoint.problem.count", file, array, "(" + text + ")"));
  }

  /** The bytes before the data, in version 1 of the format. */
  static byte[] bytes(DType dtype, Shape shape) {
    String sizes =
        shape.sizes().stream().map(size -> size + ",").collect(Collectors.joining(" ", "(", ")"));
    if (shape.axes() > 1) {
      sizes = sizes.replace(",)", ")");
    }
    String order = dtype.bytes() == 1 ? "|" : "<";
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '%s%s', 'fortran_order': False, 'shape': %s, }",
            order,
            dtype.numpy(),
            sizes);
    int padding = ALIGNMENT - (PREFIX + text.length() + 1) % ALIGNMENT;
    byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[PREFIX + dictionary.length];
    System.arraycopy(Npy.MAGIC, 0, bytes, 0, Npy.MAGIC.length);
    bytes[6] = 1;
    bytes[8] = (byte) dictionary.length;
    bytes[9] = (byte) (dictionary.length >>> 8);
    System.arraycopy(dictionary, 0, bytes, PREFIX, dictionary.length);
    return bytes;
  }
}
