/** Why a number is what it is: its arithmetic, where it came from and where it goes. */
@NullMarked
package attentionscope.view.inspector;

import org.jspecify.annotations.NullMarked;
