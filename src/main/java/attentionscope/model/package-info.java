/**
 * Whole models and their configurations: token ids go in, a trace comes out. A model is put
 * together from layers of {@code nn}; files, words and screens are unknown here.
 */
@NullMarked
package attentionscope.model;

import org.jspecify.annotations.NullMarked;
