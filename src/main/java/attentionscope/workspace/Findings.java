package attentionscope.workspace;

/**
 * What a view measures besides its run, because it takes longer. It may come in pieces: then each
 * holds those before it, too.
 */
public interface Findings {}
