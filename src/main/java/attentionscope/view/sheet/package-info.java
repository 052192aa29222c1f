/** Sheets that lie over the window for a while and go away with Escape. */
@NullMarked
package attentionscope.view.sheet;

import org.jspecify.annotations.NullMarked;
