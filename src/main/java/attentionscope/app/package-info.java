/**
 * The window: the session that answers intents, the shell that holds the parts, commands and keys,
 * themes and preferences, and pictures of the same window without a screen.
 */
@NullMarked
package attentionscope.app;

import org.jspecify.annotations.NullMarked;
