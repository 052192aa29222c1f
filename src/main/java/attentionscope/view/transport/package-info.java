/** The bar at the bottom: first, back, step, play, how far it is, how fast it goes. */
@NullMarked
package attentionscope.view.transport;

import org.jspecify.annotations.NullMarked;
