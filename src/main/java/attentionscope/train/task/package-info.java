/**
 * What models are trained on. A task makes its own samples, words to words, from a seed; it knows
 * nothing of models, losses or files of models. Words of a language come from {@code assets/tasks}.
 */
@NullMarked
package attentionscope.train.task;

import org.jspecify.annotations.NullMarked;
