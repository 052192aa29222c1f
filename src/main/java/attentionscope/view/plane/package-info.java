/** The plane view: a query of two numbers, dragged among the keys. */
@NullMarked
package attentionscope.view.plane;

import org.jspecify.annotations.NullMarked;
