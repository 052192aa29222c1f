package attentionscope.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an element of an array is, named as safetensors names it. */
public enum DType {
  F64(8, "f8"),
  F32(4, "f4"),
  F16(2, "f2"),
  /** The upper half of an F32; NumPy has no name for it. */
  BF16(2, ""),
  I64(8, "i8"),
  I32(4, "i4"),
  I16(2, "i2"),
  I8(1, "i1"),
  U8(1, "u1"),
  BOOL(1, "b1");

  private final int bytes;
  private final String numpy;

  DType(int bytes, String numpy) {
    this.bytes = bytes;
    this.numpy = numpy;
  }

  /** Bytes of an element. */
  public int bytes() {
    return bytes;
  }

  /** NumPy's code without the byte order, such as {@code f4}; empty where it has none. */
  String numpy() {
    return numpy;
  }

  /** Whether elements are whole numbers or truth values. */
  public boolean isWhole() {
    return switch (this) {
      case F64, F32, F16, BF16 -> false;
      case I64, I32, I16, I8, U8, BOOL -> true;
    };
  }

  static Optional<DType> named(String name) {
    return Arrays.stream(values()).filter(d -> d.name().equals(name)).findFirst();
  }

  static Optional<DType> ofNumpy(String code) {
    return Arrays.stream(values()).filter(d -> d.numpy.equals(code) && !code.isEmpty()).findFirst();
  }

  /** All names, for a message. */
  static String names() {
    return String.join(", ", Arrays.stream(values()).map(Enum::name).toList());
  }

  /** NumPy's codes, for a message. */
  static String numpyCodes() {
    List<String> codes =
        Arrays.stream(values()).map(DType::numpy).filter(code -> !code.isEmpty()).toList();
    return String.join(", ", codes);
  }
}
