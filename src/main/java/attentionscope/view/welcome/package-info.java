/** What is shown at the very first start: which language, and the three things to know. */
@NullMarked
package attentionscope.view.welcome;

import org.jspecify.annotations.NullMarked;
