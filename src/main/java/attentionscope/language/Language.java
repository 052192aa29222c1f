package attentionscope.language;

/**
 * A language of the program.
 *
 * @param code folder under {@code assets/languages}, such as {@code ko}
 * @param ownName what its speakers call it
 */
public record Language(String code, String ownName) {}
