/**
 * Layers as graph builders: each takes nodes, records the operations of one layer under the ids of
 * {@code architecture}, and hands back the last node. A layer holds its sizes and choices; its
 * parameters come from {@link attentionscope.nn.Parameters} by id, so that drawn, handmade and
 * loaded weights are one thing here. Nothing here computes: operations do.
 */
@NullMarked
package attentionscope.nn;

import org.jspecify.annotations.NullMarked;
