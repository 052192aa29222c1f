/**
 * Painters of figures that need no window: as SVG and as text, and the measuring of text and
 * formulas that figures are laid out with.
 *
 * <p>The classes here that use {@code java.awt} use it to read fonts and outlines only; none draws
 * a picture with it. The painter on the window's canvas lives with the views.
 */
@NullMarked
package attentionscope.figure.paint;

import org.jspecify.annotations.NullMarked;
