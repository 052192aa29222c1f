package attentionscope.lesson;

import attentionscope.lesson.expression.Expression;

/**
 * What a lesson says of a run, to be checked.
 *
 * @param line of {@code lesson.yaml}
 * @param expression true, or the lesson is wrong
 * @param answered whether it is said of the run after the answer
 */
public record Claim(int line, Expression expression, boolean answered) {}
