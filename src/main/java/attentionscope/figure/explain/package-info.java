/**
 * Why a cell has its value, written out: the same {@link attentionscope.trace.Expr} as plain text,
 * as a TeX formula, as a table of all terms, as a spoken sentence, and as the list of cells it
 * reads. Nothing here computes: every number is the expression's own.
 */
@NullMarked
package attentionscope.figure.explain;

import org.jspecify.annotations.NullMarked;
