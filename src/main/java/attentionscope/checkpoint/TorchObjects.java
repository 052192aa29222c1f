package attentionscope.checkpoint;

import attentionscope.checkpoint.Pickled.Constant;
import attentionscope.checkpoint.Pickled.Dictionary;
import attentionscope.checkpoint.Pickled.Global;
import attentionscope.checkpoint.Pickled.Items;
import attentionscope.checkpoint.Pickled.Storage;
import attentionscope.checkpoint.Pickled.Tensor;
import attentionscope.checkpoint.Pickled.Text;
import attentionscope.checkpoint.Pickled.Whole;
import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions and classes that a pickle of weights may name: tensors and the storages they look
 * into, parameters, and ordered dictionaries. Every other name is refused.
 */
final class TorchObjects {
  private static final String ORDERED = "collections.OrderedDict";
  private static final String SIZE = "torch.Size";

  /** Each with the number of its arguments that count. */
  private static final Map<String, Integer> TENSORS =
      Map.of("torch._utils._rebuild_tensor", 4, "torch._utils._rebuild_tensor_v2", 4);

  private static final List<String> PARAMETERS =
      List.of(
          "torch._utils._rebuild_parameter",
          "torch._utils._rebuild_parameter_with_state",
          "torch.nn.parameter.Parameter");

  private static final Map<String, DType> STORAGES =
      Map.of(
          "FloatStorage", DType.F32,
          "HalfStorage", DType.F16,
          "BFloat16Storage", DType.BF16,
          "DoubleStorage", DType.F64,
          "LongStorage", DType.I64,
          "IntStorage", DType.I32,
          "ShortStorage", DType.I16,
          "CharStorage", DType.I8,
          "ByteStorage", DType.U8,
          "BoolStorage", DType.BOOL);

  private TorchObjects() {}

  /**
   * A function or class by name.
   *
   * @throws Problem if it is not one of those that weights need
   */
  static Global global(PickleInput in, String name) throws Problem {
    boolean known =
        name.equals(ORDERED)
            || name.equals(SIZE)
            || TENSORS.containsKey(name)
            || PARAMETERS.contains(name)
            || elements(name).isPresent();
    if (!known) {
      throw in.problem("checkpoint.problem.pickle-global", name);
    }
    return new Global(name);
  }

  private static Optional<DType> elements(String name) {
    for (String module : List.of("torch.cuda.", "torch.")) {
      if (name.startsWith(module)) {
        return Optional.ofNullable(STORAGES.get(name.substring(module.length())));
      }
    }
    return Optional.empty();
  }

  /** What a function of a known name gives for its arguments. */
  static Pickled call(PickleInput in, String name, List<Pickled> arguments) throws Problem {
    if (TENSORS.containsKey(name)) {
      return tensor(in, arguments);
    }
    if (PARAMETERS.contains(name)
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof Tensor tensor) {
      return tensor;
    }
    if (name.equals(SIZE) && arguments.size() == 1 && arguments.getFirst() instanceof Items size) {
      return size;
    }
    if (name.equals(ORDERED)) {
      return dictionary(in, arguments);
    }
    throw in.problem("checkpoint.problem.pickle-call", name);
  }

  private static Tensor tensor(PickleInput in, List<Pickled> arguments) throws Problem {
    if (arguments.size() >= 4
        && arguments.get(0) instanceof Storage storage
        && arguments.get(1) instanceof Whole(long offset)
        && offset >= 0) {
      List<Long> sizes = wholes(in, arguments.get(2));
      List<Long> strides = wholes(in, arguments.get(3));
      if (sizes.size() == strides.size()) {
        return new Tensor(storage, offset, sizes, strides);
      }
    }
    throw in.problem("checkpoint.problem.pickle-tensor");
  }

  private static List<Long> wholes(PickleInput in, Pickled tuple) throws Problem {
    List<Long> wholes = new ArrayList<>();
    if (tuple instanceof Items(List<Pickled> items) && items.size() <= Shape.MOST_AXES) {
      for (Pickled item : items) {
        if (item instanceof Whole(long value) && value >= 0) {
          wholes.add(value);
        }
      }
      if (wholes.size() == items.size()) {
        return wholes;
      }
    }
    throw in.problem("checkpoint.problem.pickle-tensor");
  }

  /** An empty one, or one of pairs, as Python 2 wrote them. */
  private static Dictionary dictionary(PickleInput in, List<Pickled> arguments) throws Problem {
    Dictionary dictionary = new Dictionary(new LinkedHashMap<>());
    List<Pickled> pairs =
        arguments.size() == 1 && arguments.getFirst() instanceof Items(List<Pickled> items)
            ? items
            : List.of();
    if (arguments.size() > 1 || (arguments.size() == 1 && pairs.isEmpty())) {
      throw in.problem("checkpoint.problem.pickle-call", ORDERED);
    }
    for (Pickled pair : pairs) {
      if (!(pair instanceof Items(List<Pickled> both)) || both.size() != 2) {
        throw in.problem("checkpoint.problem.pickle-call", ORDERED);
      }
      put(in, dictionary, both.get(0), both.get(1));
    }
    return dictionary;
  }

  /** Puts one entry; no key may be there twice. */
  static void put(PickleInput in, Dictionary dictionary, Pickled key, Pickled value)
      throws Problem {
    String name =
        switch (key) {
          case Text(String text) -> text;
          case Whole(long number) -> Long.toString(number);
          default -> throw in.problem("checkpoint.problem.pickle-key");
        };
    if (dictionary.entries().put(key, value) != null) {
      throw in.problem("checkpoint.problem.pickle-twice", name);
    }
  }

  /** The storage that a persistent id names: ("storage", its class, key, device, count). */
  static Storage storage(PickleInput in, Pickled id) throws Problem {
    if (id instanceof Items(List<Pickled> parts)
        && parts.size() >= 5
        && parts.get(0).equals(new Text("storage"))
        && parts.get(1) instanceof Global(String name)
        && elements(name).isPresent()
        && parts.get(2) instanceof Text(String key)
        && parts.get(4) instanceof Whole(long count)
        && count >= 0
        && (parts.size() == 5 || parts.get(5) == Constant.NONE)) {
      return new Storage(key, elements(name).get(), count);
    }
    throw in.problem("checkpoint.problem.pickle-storage");
  }
}
