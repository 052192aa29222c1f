/**
 * How sequences are written token by token: greedily, by chance, or by beam search.
 *
 * <p>The algorithms ask a {@link attentionscope.model.generation.NextTokens} for what comes next
 * and know nothing of models; {@link attentionscope.model.generation.CachedTokens} and {@link
 * attentionscope.model.generation.ModelTokens} put a model behind it. Nothing here prints or reads
 * files.
 */
@NullMarked
package attentionscope.model.generation;

import org.jspecify.annotations.NullMarked;
