/**
 * Words and numbers as the reader sees them: languages, their texts, the particle that Korean wants
 * after a word, and how a number is written. Texts themselves lie in {@code assets/languages}. No
 * text of any room stands in code, here or elsewhere.
 */
@NullMarked
package attentionscope.language;

import org.jspecify.annotations.NullMarked;
