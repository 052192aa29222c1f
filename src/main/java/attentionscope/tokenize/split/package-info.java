/** What cuts a text into the words that a vocabulary's pieces are looked for in. */
@NullMarked
package attentionscope.tokenize.split;

import org.jspecify.annotations.NullMarked;
