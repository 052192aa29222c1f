/** The model view: the whole stack of a model, and every matrix of its files. */
@NullMarked
package attentionscope.view.model;

import org.jspecify.annotations.NullMarked;
