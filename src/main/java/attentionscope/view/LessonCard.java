package attentionscope.view;

import attentionscope.lesson.Standing;

/**
 * A lesson that can be begun.
 *
 * @param id the name of its folder
 * @param title in the language spoken
 * @param minutes it takes about so long
 * @param steps how many it has
 * @param visited how many of them were seen
 * @param standing how far the learner is
 * @param at the step at which it was left
 */
public record LessonCard(
    String id, String title, int minutes, int steps, int visited, Standing standing, int at) {}
