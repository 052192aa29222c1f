/** The lesson beside the picture: what is said, and the question that is asked. */
@NullMarked
package attentionscope.view.lesson;

import org.jspecify.annotations.NullMarked;
