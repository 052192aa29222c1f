/**
 * What the parts of the window share: what they are shown ({@link attentionscope.view.Shown}), what
 * they ask for ({@link attentionscope.view.Intent}), and small controls of no one part.
 *
 * <p>A part is a function of what it is shown and never changes it; it sends intents. Each part has
 * a package below this one. Nothing here computes, reads files or knows the other parts.
 */
@NullMarked
package attentionscope.view;

import org.jspecify.annotations.NullMarked;
