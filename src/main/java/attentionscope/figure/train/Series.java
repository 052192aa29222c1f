package attentionscope.figure.train;

import attentionscope.figure.Tint;

/**
 * A curve in a plot.
 *
 * @param name what its number is called, or empty
 * @param dashed of samples that the model never learns from
 */
record Series(String name, Points points, Tint tint, boolean dashed) {}
