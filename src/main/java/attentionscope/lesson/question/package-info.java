/**
 * The questions of lessons. Each kind is one file: what it reads from a lesson, which parts its
 * text has, and what is right, worked out over the live run. {@link
 * attentionscope.lesson.question.QuestionKinds} lists them.
 */
@NullMarked
package attentionscope.lesson.question;

import org.jspecify.annotations.NullMarked;
