/**
 * What rewrites a text before it is split: case, accents, forms of Unicode, marks for spaces. Every
 * step keeps track of where the letters came from.
 */
@NullMarked
package attentionscope.tokenize.normal;

import org.jspecify.annotations.NullMarked;
