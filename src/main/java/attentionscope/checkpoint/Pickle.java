package attentionscope.checkpoint;

import attentionscope.checkpoint.Pickled.Constant;
import attentionscope.checkpoint.Pickled.Dictionary;
import attentionscope.checkpoint.Pickled.Global;
import attentionscope.checkpoint.Pickled.Items;
import attentionscope.checkpoint.Pickled.Real;
import attentionscope.checkpoint.Pickled.Storage;
import attentionscope.checkpoint.Pickled.Text;
import attentionscope.checkpoint.Pickled.Whole;
import attentionscope.files.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Python's pickles, protocols 1 to 5, as far as weights need them. A pickle is a program for
 * a machine with a stack; here it can build numbers, texts, lists and dictionaries, and what {@link
 * TorchObjects} knows by name. Whatever else it asks for is refused, and nothing is ever run.
 *
 * <p>Every instruction adds one thing at most, so the number of instructions bounds the memory.
 */
final class Pickle {
  /** Enough for 40,000 tensors in one file. */
  private static final int MOST_STEPS = 1_000_000;

  private static final int MOST_BYTES = 16 << 20;

  private final PickleInput in;
  private final Map<String, Storage> storages;
  private final long begin;
  private final List<Pickled> stack = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();
  private final Map<Long, Pickled> memo = new HashMap<>();
  private int opcode;
  private int steps;

  private Pickle(PickleInput in, Map<String, Storage> storages) {
    this.in = in;
    this.storages = storages;
    this.begin = in.at();
  }

  /**
   * Reads one pickle.
   *
   * @param storages gets those that the pickle mentions, by key
   * @throws Problem if it is damaged, asks for anything else, or is too long
   */
  static Pickled read(PickleInput in, Map<String, Storage> storages) throws Problem {
    return new Pickle(in, storages).run();
  }

  private Pickled run() throws Problem {
    for (steps = 0; steps < MOST_STEPS; steps++) {
      if (in.at() - begin > MOST_BYTES) {
        throw in.problem("checkpoint.problem.pickle-length", MOST_BYTES);
      }
      opcode = in.next();
      if (opcode == '.') {
        Pickled result = pop();
        if (!stack.isEmpty() || !marks.isEmpty()) {
          throw misfit();
        }
        return result;
      }
      step();
    }
    throw in.problem("checkpoint.problem.pickle-steps", MOST_STEPS);
  }

  private void step() throws Problem {
    Optional<Pickled> literal = literal();
    if (literal.isPresent()) {
      stack.add(literal.get());
      return;
    }
    switch (opcode) {
      case 0x80 -> in.next(); // the protocol
      case 0x95 -> in.nextLong(); // the length of a frame
      case '(' -> marks.add(stack.size());
      case '0' -> pop();
      case '1' -> fromMark();
      case '2' -> stack.add(top());
      case 'l', 't' -> stack.add(new Items(fromMark()));
      case 0x85 -> stack.add(tuple(1));
      case 0x86 -> stack.add(tuple(2));
      case 0x87 -> stack.add(tuple(3));
      case 'a' -> append(List.of(pop()));
      case 'e' -> append(fromMark());
      case 'd' -> {
        List<Pickled> entries = fromMark();
        stack.add(new Dictionary(new LinkedHashMap<>()));
        put(entries);
      }
      case 's' -> put(tuple(2).items());
      case 'u' -> put(fromMark());
      case 'c' -> stack.add(TorchObjects.global(in, in.nextLine() + "." + in.nextLine()));
      case 0x93 -> {
        List<Pickled> names = tuple(2).items();
        if (!(names.get(0) instanceof Text module) || !(names.get(1) instanceof Text name)) {
          throw misfit();
        }
        stack.add(TorchObjects.global(in, module.value() + "." + name.value()));
      }
      case 'R', 0x81 -> {
        List<Pickled> call = tuple(2).items();
        if (!(call.get(0) instanceof Global called) || !(call.get(1) instanceof Items arguments)) {
          throw misfit();
        }
        if (!arguments.items().isEmpty() && arguments.items().getFirst() instanceof Items first) {
          steps += first.items().size(); // a call may copy them
        }
        stack.add(TorchObjects.call(in, called.name(), arguments.items()));
      }
      case 'b' -> {
        pop(); // notes that ordered dictionaries carry, such as versions of layers
        if (!(top() instanceof Dictionary)) {
          throw misfit();
        }
      }
      case 'Q' -> {
        Storage storage = TorchObjects.storage(in, pop());
        Storage before = storages.putIfAbsent(storage.key(), storage);
        if (before != null && !before.equals(storage)) {
          throw in.problem("checkpoint.problem.pickle-twice", storage.key());
        }
        stack.add(storage);
      }
      case 'p' -> memo.put(decimal(in.nextLine()), top());
      case 'q' -> memo.put((long) in.next(), top());
      case 'r' -> memo.put(Integer.toUnsignedLong(in.nextInt()), top());
      case 0x94 -> memo.put((long) memo.size(), top());
      case 'g' -> stack.add(known(decimal(in.nextLine())));
      case 'h' -> stack.add(known(in.next()));
      case 'j' -> stack.add(known(Integer.toUnsignedLong(in.nextInt())));
      default ->
          throw in.problem("checkpoint.problem.pickle-opcode", "0x" + Integer.toHexString(opcode));
    }
  }

  /** What an instruction puts on the stack by itself; nothing if it does something else. */
  private Optional<Pickled> literal() throws Problem {
    return Optional.ofNullable(
        switch (opcode) {
          case 'N' -> Constant.NONE;
          case 0x88 -> Constant.TRUE;
          case 0x89 -> Constant.FALSE;
          case 'I' -> lineOfInt(in.nextLine());
          case 'J' -> new Whole(in.nextInt());
          case 'K' -> new Whole(in.next());
          case 'M' -> new Whole(in.nextShort());
          case 'L' -> whole(longDecimal(in.nextLine().replace("L", "")));
          case 0x8a -> whole(in.nextWhole(in.next()));
          case 0x8b -> whole(in.nextWhole(in.nextInt()));
          case 'G' -> new Real(in.nextDouble());
          case 'U' -> new Text(in.nextText(in.next()));
          case 'T' -> new Text(in.nextText(in.nextInt()));
          case 'X' -> new Text(in.nextText(Integer.toUnsignedLong(in.nextInt())));
          case 0x8c -> new Text(in.nextText(in.next()));
          case 0x8d -> new Text(in.nextText(in.nextLong()));
          case ']' -> new Items(new ArrayList<>());
          case ')' -> new Items(List.of());
          case '}' -> new Dictionary(new LinkedHashMap<>());
          default -> null;
        });
  }

  /** What a long does not hold becomes a real number, which can be no size or place. */
  private static Pickled whole(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? new Whole(value.longValue())
        : new Real(value.doubleValue());
  }

  /** Protocol 1 writes truth values as numbers with a zero in front. */
  private Pickled lineOfInt(String line) throws Problem {
    return switch (line) {
      case "01" -> Constant.TRUE;
      case "00" -> Constant.FALSE;
      default -> new Whole(decimal(line));
    };
  }

  private long decimal(String digits) throws Problem {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException notANumber) {
      throw misfit();
    }
  }

  private BigInteger longDecimal(String digits) throws Problem {
    if (!digits.matches("-?\\d{1,100}")) {
      throw misfit();
    }
    return new BigInteger(digits);
  }

  private void append(List<Pickled> items) throws Problem {
    if (!(top() instanceof Items list) || !(list.items() instanceof ArrayList<Pickled> growing)) {
      throw misfit();
    }
    growing.addAll(items);
  }

  /** Fills the dictionary on top with keys and values, one after the other. */
  private void put(List<Pickled> entries) throws Problem {
    if (!(top() instanceof Dictionary dictionary) || entries.size() % 2 != 0) {
      throw misfit();
    }
    for (int i = 0; i < entries.size(); i += 2) {
      TorchObjects.put(in, dictionary, entries.get(i), entries.get(i + 1));
    }
  }

  private Pickled known(long key) throws Problem {
    Pickled value = memo.get(key);
    if (value == null) {
      throw misfit();
    }
    return value;
  }

  private Pickled top() throws Problem {
    requireAboveMark(1);
    return stack.getLast();
  }

  private Pickled pop() throws Problem {
    requireAboveMark(1);
    return stack.removeLast();
  }

  /** The last few as a tuple. */
  private Items tuple(int count) throws Problem {
    requireAboveMark(count);
    return new Items(cut(stack.size() - count));
  }

  private void requireAboveMark(int count) throws Problem {
    if (stack.size() - (marks.isEmpty() ? 0 : marks.getLast()) < count) {
      throw misfit();
    }
  }

  private List<Pickled> fromMark() throws Problem {
    if (marks.isEmpty()) {
      throw misfit();
    }
    return cut(marks.removeLast());
  }

  private List<Pickled> cut(int from) {
    List<Pickled> above = stack.subList(from, stack.size());
    List<Pickled> cut = new ArrayList<>(above);
    above.clear();
    return cut;
  }

  private Problem misfit() {
    return in.problem("checkpoint.problem.pickle-misfit", "0x" + Integer.toHexString(opcode));
  }
}
