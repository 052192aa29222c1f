/**
 * From text to token ids and back. Nothing here knows models or files of models: a tokenizer is
 * made of its vocabulary.
 */
@NullMarked
package attentionscope.tokenize;

import org.jspecify.annotations.NullMarked;
