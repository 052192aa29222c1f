/**
 * A model as a whole: its stack of layers from what it reads up to what it says, as its run shows
 * it, with sizes and parameters, and each matrix of its files. Nothing here is computed that the
 * run or the files do not hold.
 */
@NullMarked
package attentionscope.figure.model;

import org.jspecify.annotations.NullMarked;
