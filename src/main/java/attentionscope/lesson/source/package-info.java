/**
 * The files of a lesson before anything is understood: bounded YAML with the line of every value,
 * and the faults that are found, each with file and line.
 *
 * <p>Nothing here knows what a lesson is.
 */
@NullMarked
package attentionscope.lesson.source;

import org.jspecify.annotations.NullMarked;
