/**
 * A recurrent network unrolled through time: what its steps read, their states and gates, what the
 * decoder looks at, and what was measured of it. Pure drawings of a trace; nothing is computed here
 * but where things stand.
 */
@NullMarked
package attentionscope.figure.recurrent;

import org.jspecify.annotations.NullMarked;
