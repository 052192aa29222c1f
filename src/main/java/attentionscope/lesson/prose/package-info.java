/**
 * What a lesson says: Markdown with formulas, live numbers and pointers, read into a small tree
 * that any view can show.
 *
 * <p>The tree ({@link attentionscope.lesson.prose.Block}, {@link
 * attentionscope.lesson.prose.Inline}) is made anew for each run, its numbers filled in. No raw
 * HTML, no pictures, nothing that leads outside.
 */
@NullMarked
package attentionscope.lesson.prose;

import org.jspecify.annotations.NullMarked;
