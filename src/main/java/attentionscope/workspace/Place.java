package attentionscope.workspace;

/**
 * A place in a lesson.
 *
 * @param lesson its folder's name
 * @param step from 0
 */
public record Place(String lesson, int step) {}
