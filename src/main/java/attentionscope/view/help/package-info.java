/** The sheet that lists every key. */
@NullMarked
package attentionscope.view.help;

import org.jspecify.annotations.NullMarked;
