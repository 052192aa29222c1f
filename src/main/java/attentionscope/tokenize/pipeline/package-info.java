/** A tokenizer put together: special tokens, normalizer, splitter, pieces, frame, decoder. */
@NullMarked
package attentionscope.tokenize.pipeline;

import org.jspecify.annotations.NullMarked;
