/**
 * Vocabularies in the forms in which they are handed on: {@code tokenizer.json}, the lists of words
 * and merges that came before it, and SentencePiece's models. {@link
 * attentionscope.tokenize.read.TokenizerFiles} knows which of them lie in a folder. All files may
 * come from anybody.
 */
@NullMarked
package attentionscope.tokenize.read;

import org.jspecify.annotations.NullMarked;
