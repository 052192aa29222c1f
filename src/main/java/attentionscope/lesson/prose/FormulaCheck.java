package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.yaml.Faults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through the TeX of a formula: only commands that draw signs, each with its arguments,
 * brackets in pairs. Commands that define, load or include are unknown here on purpose.
 */
final class FormulaCheck {
  private static final int LONGEST = 600;
  private static final Pattern TOKEN =
      Pattern.compile("\\\\(?:[A-Za-z]+|.)|[{}^_&$#%~]|\\s+|.", Pattern.DOTALL);
  private static final Set<String> ENVIRONMENTS =
      Set.of("matrix", "pmatrix", "bmatrix", "cases", "aligned");

  /** Command to the number of its arguments. */
  private static final Map<String, Integer> COMMANDS = commands();

  private final String tex;
  private final Matcher tokens;
  private final Deque<String> open = new ArrayDeque<>();
  private String token = "";
  private int end;

  private FormulaCheck(String tex) {
    this.tex = tex;
    this.tokens = TOKEN.matcher(tex);
  }

  /**
   * Checks a formula.
   *
   * @throws Problem that says what is wrong in it
   */
  static void check(String tex) throws Problem {
    if (tex.isBlank() || tex.length() > LONGEST) {
      throw new Problem("lesson.problem.formula-length", LONGEST);
    }
    new FormulaCheck(tex).run();
  }

  private void run() throws Problem {
    boolean script = false;
    while (advance()) {
      if (token.isBlank()) {
        continue;
      }
      boolean scriptNow = token.equals("^") || token.equals("_");
      if (scriptNow) {
        if (script) {
          throw new Problem("lesson.problem.formula-argument", token);
        }
        argument(token);
      } else if (token.startsWith("\\")) {
        command(token.substring(1));
      } else if (token.equals("{")) {
        open.push("{");
      } else if (token.equals("}")) {
        close("{", "}");
      } else if (token.matches("[$#%~]")) {
        throw new Problem("lesson.problem.formula-sign", token);
      }
      script = scriptNow;
    }
    if (!open.isEmpty()) {
      throw new Problem("lesson.problem.formula-open", open.peek());
    }
  }

  private void command(String name) throws Problem {
    switch (name) {
      case "left" -> open.push("\\left");
      case "right" -> close("\\left", "\\right");
      case "begin" -> open.push("\\begin{" + environment() + "}");
      case "end" -> {
        String environment = environment();
        close("\\begin{" + environment + "}", "\\end{" + environment + "}");
      }
      default -> {
        Integer arguments = COMMANDS.get(name);
        if (arguments == null) {
          throw Faults.unknown("lesson.problem.formula-command", name, COMMANDS.keySet());
        }
        if (arguments > 0) {
          arguments(name, arguments);
        }
      }
    }
    if (name.equals("left") || name.equals("right")) {
      argument("\\" + name);
    }
  }

  /** Looks ahead that the arguments are there; what is in them is looked through afterwards. */
  private void arguments(String name, int count) throws Problem {
    String rest = tail();
    if (name.equals("sqrt")) {
      rest = rest.replaceFirst("^\\s*\\[[^\\]]*\\]", "");
    }
    for (int i = 0; i < count; i++) {
      rest = rest.stripLeading();
      if (rest.isEmpty() || "}^_&".indexOf(rest.charAt(0)) >= 0) {
        throw new Problem("lesson.problem.formula-argument", "\\" + name);
      }
      rest = rest.substring(argumentLength(rest));
    }
  }

  private static int argumentLength(String rest) {
    if (rest.charAt(0) != '{') {
      Matcher first = TOKEN.matcher(rest);
      return first.lookingAt() ? first.end() : rest.length();
    }
    int depth = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return rest.length();
  }

  private void argument(String owner) throws Problem {
    String rest = tail().stripLeading();
    if (rest.isEmpty() || "}^_&".indexOf(rest.charAt(0)) >= 0) {
      throw new Problem("lesson.problem.formula-argument", owner);
    }
  }

  private String environment() throws Problem {
    Matcher name = Pattern.compile("\\s*\\{([A-Za-z]*)}").matcher(tail());
    if (!name.lookingAt() || !ENVIRONMENTS.contains(name.group(1))) {
      throw Faults.unknown(
          "lesson.problem.formula-command",
          name.lookingAt() ? name.group(1) : "begin",
          ENVIRONMENTS);
    }
    end += name.end();
    return name.group(1);
  }

  private void close(String wanted, String closing) throws Problem {
    if (open.isEmpty() || !open.pop().equals(wanted)) {
      throw new Problem("lesson.problem.formula-open", closing);
    }
  }

  private boolean advance() {
    if (!tokens.find(end)) {
      return false;
    }
    token = tokens.group();
    end = tokens.end();
    return true;
  }

  /** What follows the token. */
  private String tail() {
    return tex.substring(end);
  }

  private static Map<String, Integer> commands() {
    Map<String, Integer> commands = new TreeMap<>();
    String plain =
        "alpha beta gamma delta epsilon varepsilon eta theta kappa lambda mu nu pi rho sigma tau"
            + " phi varphi omega Gamma Delta Theta Lambda Sigma Phi Omega cdot times div pm circ"
            + " odot oplus le leq ge geq ne neq approx sim equiv propto in to rightarrow leftarrow"
            + " mapsto Rightarrow infty partial nabla sum prod max min exp log ln sin cos tanh top"
            + " mid ldots cdots vdots ddots dots quad qquad lVert rVert langle rangle prime"
            + " limits displaystyle , ; : ! | { } \\ _ %";
    for (String name : plain.split(" ")) {
      commands.put(name, 0);
    }
    String one =
        "sqrt text mathrm mathbf mathit mathsf mathbb mathcal operatorname hat bar tilde vec"
            + " overline underline underbrace overbrace";
    for (String name : one.split(" ")) {
      commands.put(name, 1);
    }
    for (String name : "frac dfrac tfrac binom".split(" ")) {
      commands.put(name, 2);
    }
    commands.put(" ", 0);
    return commands;
  }
}
