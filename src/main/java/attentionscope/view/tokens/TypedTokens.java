package attentionscope.view.tokens;

import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import attentionscope.tokenize.Tokenizer;
import attentionscope.trace.Node;
import attentionscope.workspace.TokenIds;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens that a run read.
 *
 * @param node their ids, with their labels
 * @param written how many of the last ones the model wrote itself
 * @param tokenizer of the vocabulary they are from
 */
record TypedTokens(Node node, int written, Tokenizer tokenizer) {

  int size() {
    return node.rows().size();
  }

  Axis axis() {
    return node.rows();
  }

  String label(int index) {
    return node.rows().label(index);
  }

  int id(int index) {
    return (int) node.at(index, 0);
  }

  boolean isWritten(int index) {
    return index >= size() - written;
  }

  /** Those that the model did not write. */
  List<Integer> typedIds() {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < size() - written; i++) {
      ids.add(id(i));
    }
    return ids;
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
