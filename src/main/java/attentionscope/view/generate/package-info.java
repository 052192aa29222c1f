/** The view of what a model writes: what may come next, and what the newest token looks at. */
@NullMarked
package attentionscope.view.generate;

import org.jspecify.annotations.NullMarked;
