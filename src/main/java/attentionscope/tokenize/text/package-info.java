/**
 * Texts that know where each of their letters came from, and what all steps of a tokenizer look at
 * them with. Nothing here knows vocabularies.
 */
@NullMarked
package attentionscope.tokenize.text;

import org.jspecify.annotations.NullMarked;
