package attentionscope.workspace.laboratory;

/**
 * How well a run does after a step.
 *
 * @param step after which
 * @param unseenLoss mean over samples that it never learns from, with nothing left out
 * @param unseen the share of right answers to those, 0 to 1
 * @param learned the share of right answers to what the step learned from
 */
public record Glance(int step, float unseenLoss, double unseen, double learned) {}
