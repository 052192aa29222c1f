/** The bar at the top: where you are, and the language, the theme and the menu. */
@NullMarked
package attentionscope.view.top;

import org.jspecify.annotations.NullMarked;
