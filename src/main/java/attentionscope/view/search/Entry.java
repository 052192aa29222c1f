package attentionscope.view.search;

/**
 * Something that can be gone to.
 *
 * @param kind what it is, in a word
 * @param name how it is called
 * @param detail its id, its key or its size; may be empty
 * @param action goes there
 */
public record Entry(String kind, String name, String detail, Runnable action) {}
