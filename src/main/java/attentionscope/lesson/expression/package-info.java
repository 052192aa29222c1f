/**
 * The expressions of lessons: numbers in prose, claims and answers, worked over a live run.
 *
 * <p>A lesson may come from a stranger. So a text is first screened word by word, and only
 * arithmetic, comparisons and the functions of {@link
 * attentionscope.lesson.expression.LessonFunctions} are handed to Apache Commons JEXL, which may
 * reach that one class and nothing else. Length, nesting and the number of cells read are bounded.
 */
@NullMarked
package attentionscope.lesson.expression;

import org.jspecify.annotations.NullMarked;
