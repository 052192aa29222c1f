/**
 * Learning: tasks that make their own data, optimisers, schedules and the trainer that takes steps.
 *
 * <p>A step is an ordinary run with its loss and its gradients recorded behind it. The trainer
 * hands out and takes named matrices; reading and writing files is the business of others.
 */
@NullMarked
package attentionscope.train;

import org.jspecify.annotations.NullMarked;
