package attentionscope.model;

import java.util.Optional;

/**
 * What goes into a model.
 *
 * @param source of the encoder
 * @param target of the decoder, where the model has one
 * @param typed the same as the user wrote it
 */
public record ModelInput(Tokens source, Optional<Tokens> target, String typed) {}
