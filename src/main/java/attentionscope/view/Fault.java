package attentionscope.view;

import attentionscope.files.Problem;
import attentionscope.workspace.Typed;
import java.util.Optional;

/**
 * Something that could not be done.
 *
 * @param problem what was wrong
 * @param draft the text that was typed, where that was it
 */
public record Fault(Problem problem, Optional<Typed> draft) {}
