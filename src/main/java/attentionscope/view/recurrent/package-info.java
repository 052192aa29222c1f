/** The recurrent view: a network unrolled through time, its switches, and what was measured. */
@NullMarked
package attentionscope.view.recurrent;

import org.jspecify.annotations.NullMarked;
