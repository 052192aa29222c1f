/**
 * Figures in the window: a control that paints a display list, tells what is under the pointer and
 * moves a cursor from cell to cell. It knows no figure in particular.
 */
@NullMarked
package attentionscope.view.canvas;

import org.jspecify.annotations.NullMarked;
