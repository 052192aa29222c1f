package attentionscope.trace;

import java.util.List;

/**
 * How a trace came to be.
 *
 * @param model the model's name
 * @param weights where its numbers are from
 * @param input what was put in, as typed
 * @param interventions the changes that were applied
 */
public record Provenance(
    String model, Origin weights, String input, List<Intervention> interventions) {

  public Provenance {
    interventions = List.copyOf(interventions);
  }
}
