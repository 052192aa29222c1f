/**
 * From text to token ids and back. Nothing here knows models: a tokenizer is made of its
 * vocabulary. {@code read} reads vocabularies in every form in which they are handed on, {@code
 * pipeline} is what they become, and the other packages are its steps. All is Java of our own: the
 * native library that wrote most of these files ends the whole program on a file with faults.
 */
@NullMarked
package attentionscope.tokenize;

import org.jspecify.annotations.NullMarked;
