/**
 * Lessons: what they are, how they are read, checked and played. A step is a workspace and what is
 * said about it.
 *
 * <p>A lesson is a folder with {@code lesson.yaml} and one Markdown file a language; it may come
 * from anybody, so everything that is read is bounded and every fault has its file and line.
 * Nothing here knows a screen.
 */
@NullMarked
package attentionscope.lesson;

import org.jspecify.annotations.NullMarked;
