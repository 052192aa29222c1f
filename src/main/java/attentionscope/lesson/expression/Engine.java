package attentionscope.lesson.expression;

import attentionscope.files.Problem;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.jspecify.annotations.Nullable;

/** JEXL with everything off that can be, and one class it may reach. */
final class Engine {
  private static final JexlEngine JEXL =
      new JexlBuilder()
          .features(JexlFeatures.createNone())
          .permissions(new JexlPermissions.ClassPermissions(LessonFunctions.class))
          .strict(true)
          .safe(false)
          .silent(false)
          .antish(false)
          .cache(1024)
          .cacheThreshold(Screen.LONGEST_SPELLED)
          .create();

  private Engine() {}

  /**
   * Works out a screened text.
   *
   * @throws Problem if it makes no sense, a function refuses its arguments, or the types do not fit
   */
  static Object run(String spelled, LessonFunctions functions) throws Problem {
    try {
      Object result = JEXL.createExpression(spelled).evaluate(new Functions(functions));
      if (result == null) {
        throw new Problem("lesson.problem.expression-several", spelled);
      }
      return result;
    } catch (JexlException e) {
      throw refusal(e);
    }
  }

  /** What a function had against its arguments, or what the engine had against the types. */
  private static Problem refusal(JexlException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return e instanceof JexlException.Method
        ? new Problem(e, "lesson.problem.expression-arguments", String.valueOf(detail(e)))
        : new Problem(e, "lesson.problem.expression", String.valueOf(detail(e)));
  }

  /** The engine's words without its own place names. */
  private static String detail(JexlException e) {
    String message = String.valueOf(e.getMessage());
    return message.replaceFirst("^.*?@\\d+:\\d+ ", "");
  }

  /** Calls without a name in front go to the functions; there are no variables. */
  private record Functions(LessonFunctions functions)
      implements JexlContext, JexlContext.NamespaceResolver {
    @Override
    public @Nullable Object get(String name) {
      return null;
    }

    @Override
    public boolean has(String name) {
      return false;
    }

    @Override
    public void set(String name, Object value) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public @Nullable Object resolveNamespace(@Nullable String name) {
      return name == null || name.isEmpty() ? functions : null;
    }
  }
}
