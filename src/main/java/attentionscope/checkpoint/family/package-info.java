/**
 * Checkpoints of Hugging Face's model families as models of ours: one small class a family reads
 * its settings and says which of a file's arrays is which of our parameters. A setting that changes
 * numbers is honoured or refused by name, never passed over. Nothing here computes: models do.
 */
@NullMarked
package attentionscope.checkpoint.family;

import org.jspecify.annotations.NullMarked;
