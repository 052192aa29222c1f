package attentionscope.view.tokens;

import attentionscope.files.Problem;
import attentionscope.model.Tokens;
import attentionscope.tensor.Axis;
import attentionscope.tokenize.Tokenizer;
import attentionscope.trace.Node;
import attentionscope.workspace.TokenIds;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens that a run read.
 *
 * @param axis with their labels
 * @param ids in their order
 * @param written how many of the last ones the model wrote itself
 * @param tokenizer of the vocabulary they are from
 */
record TypedTokens(Axis axis, List<Integer> ids, int written, Tokenizer tokenizer) {

  TypedTokens {
    ids = List.copyOf(ids);
  }

  /** Those of a run. */
  static TypedTokens of(Node node, int written, Tokenizer tokenizer) {
    List<Integer> ids = new ArrayList<>();
    for (int row = 0; row < node.rows().size(); row++) {
      ids.add((int) node.at(row, 0));
    }
    return new TypedTokens(node.rows(), ids, written, tokenizer);
  }

  /** Those that a model goes on with. */
  static TypedTokens of(Tokens read, Axis.Role role, int written, Tokenizer tokenizer) {
    return new TypedTokens(read.axis(role), read.ids(), written, tokenizer);
  }

  int size() {
    return ids.size();
  }

  String label(int index) {
    return axis.label(index);
  }

  int id(int index) {
    return ids.get(index);
  }

  boolean isWritten(int index) {
    return index >= size() - written;
  }

  /** Those that the model did not write. */
  List<Integer> typedIds() {
    return ids.subList(0, Math.max(0, size() - written));
  }

  /** What they read; the ids themselves where they read nothing. */
  String text() {
    try {
      return tokenizer.decode(typedIds());
    } catch (Problem unreadable) {
      return TokenIds.typed(typedIds());
    }
  }
}
