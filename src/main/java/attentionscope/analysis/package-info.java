/**
 * What can be read off a trace: where attention stands in it, measures, checks. Pure functions of a
 * trace; nothing here runs a model or draws.
 */
@NullMarked
package attentionscope.analysis;

import org.jspecify.annotations.NullMarked;
