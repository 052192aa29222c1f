/** Vocabularies, and the ways of finding their pieces in a word. */
@NullMarked
package attentionscope.tokenize.piece;

import org.jspecify.annotations.NullMarked;
