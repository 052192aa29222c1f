/**
 * What a model writes next: the probabilities of tokens stage by stage, the number that chance
 * gave, and what the newest token looks at. Everything is read off the trace and the choice that
 * was made of its scores; nothing is chosen here.
 */
@NullMarked
package attentionscope.figure.generate;

import org.jspecify.annotations.NullMarked;
