package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Masks;
import attentionscope.nn.Past;
import attentionscope.nn.Sight;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/** What a Transformer is without anything that is made of its hidden states. */
public sealed interface Body {

  /**
   * Records the run up to the last hidden states.
   *
   * @param name of the model, for messages
   * @return B·T x d, of the decoder where there are two stacks
   * @throws Problem when the input does not suit
   */
  Node apply(Graph graph, String name, ModelInput input) throws Problem;

  /** What reads the sequence that the hidden states belong to. */
  Reader last();

  /** One stack over one sequence. */
  record OneStack(Reader reader) implements Body {
    @Override
    public Node apply(Graph graph, String name, ModelInput input) throws Problem {
      Node x = reader.enter(graph, name, input.source());
      return reader.stack().encode(graph, reader.id(), x, reader.sight(graph, input.source(), x));
    }

    @Override
    public Reader last() {
      return reader;
    }
  }

  /** A decoder over an encoder, which is read at once whatever is known of the decoder's past. */
  record TwoStacks(Reader encoder, Reader decoder) implements Body {

    @Override
    public Node apply(Graph graph, String name, ModelInput input) throws Problem {
      Tokens source = input.source();
      Tokens target =
          input.target().orElseThrow(() -> new Problem("model.problem.no-target", name));
      if (target.samples() != source.samples()) {
        throw new Problem("model.problem.samples", source.samples(), target.samples());
      }
      boolean begins = graph.past().map(Past::isBeginning).orElse(true);
      Optional<Node> memory =
          begins ? Optional.of(memory(graph.atOnce(), name, source)) : Optional.empty();
      Node y = decoder.enter(graph, name, target);
      Sight sight = decoder.sight(graph, target, y);
      Axis asked = source.axis(Axis.Role.SOURCE_TOKENS);
      Node crossMask =
          graph.mask(
              TensorId.of("decoder.cross.mask"),
              Masks.evenWhereBlind(
                  Masks.padding(source.samples(), y.rows().length(), source.padding())),
              y.rows(),
              asked);
      return decoder.stack().decode(graph, decoder.id(), y, memory, sight, crossMask);
    }

    private Node memory(Graph graph, String name, Tokens source) throws Problem {
      return new OneStack(encoder).apply(graph, name, new ModelInput(source, Optional.empty(), ""));
    }

    @Override
    public Reader last() {
      return decoder;
    }
  }
}
