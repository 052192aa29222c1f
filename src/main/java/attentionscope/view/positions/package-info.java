/**
 * The positions view: the figures of a positional encoding on a sheet that scrolls, and above them
 * its settings. A setting only asks; what is shown is the workspace's.
 */
@NullMarked
package attentionscope.view.positions;

import org.jspecify.annotations.NullMarked;
