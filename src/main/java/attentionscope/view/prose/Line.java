package attentionscope.view.prose;

import attentionscope.figure.paint.Formulas;
import attentionscope.view.FormulaFlow;
import attentionscope.view.FormulaShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Sets pieces as a paragraph. */
final class Line {

  /** TeX's letters are smaller than those of the text around them. */
  private static final double FORMULA = 1.18;

  private final Formulas formulas;
  private final double size;

  /**
   * @param size of the text in pixels
   */
  Line(Formulas formulas, double size) {
    this.formulas = formulas;
    this.size = size;
  }

  TextFlow flow(List<List<Piece>> chunks) {
    List<Node> nodes = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (List<Piece> chunk : chunks) {
      String space = nodes.isEmpty() && run.isEmpty() ? "" : " ";
      run.append(space);
      Optional<String> plain = plain(chunk);
      if (plain.isPresent()) {
        run.append(plain.get());
      } else {
        text(run, nodes);
        nodes.add(chunk.size() == 1 ? node(chunk.getFirst()) : together(chunk));
      }
    }
    text(run, nodes);
    TextFlow flow = new TextFlow(nodes.toArray(Node[]::new));
    flow.getStyleClass().add("paragraph");
    return flow;
  }

  /** Letters that may flow with others; Korean words may not, or they would be broken anywhere. */
  private static Optional<String> plain(List<Piece> chunk) {
    return chunk.size() == 1
            && chunk.getFirst() instanceof Piece.Word word
            && word.styles().isEmpty()
            && word.link().isEmpty()
            && word.text().codePoints().noneMatch(Line::isHangul)
        ? Optional.of(word.text())
        : Optional.empty();
  }

  private static boolean isHangul(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL;
  }

  private static void text(StringBuilder run, List<Node> nodes) {
    if (!run.isEmpty()) {
      nodes.add(new Text(run.toString()));
      run.setLength(0);
    }
  }

  /** A formula and the comma behind it, a number and its particle: one must not lose the other. */
  private HBox together(List<Piece> chunk) {
    HBox box = new HBox();
    box.setAlignment(Pos.BASELINE_LEFT);
    box.getStyleClass().add("together");
    chunk.forEach(piece -> box.getChildren().add(node(piece)));
    return box;
  }

  private Node node(Piece piece) {
    return switch (piece) {
      case Piece.Word(String text, Set<String> styles, Optional<Link> link) -> {
        Node node = link.map(one -> pressable(text, one)).orElseGet(() -> word(text));
        node.getStyleClass().addAll(styles);
        yield node;
      }
      case Piece.Tex(String latex, Optional<Link> link) -> {
        Node formula = formula(latex, size * FORMULA);
        link.ifPresent(
            one -> {
              one.add(formula);
              formula.setOnMouseClicked(event -> one.follow());
            });
        yield formula;
      }
      case Piece.Space space -> new Text(" ");
    };
  }

  private static Node word(String text) {
    Label word = new Label(text);
    word.setMinWidth(Region.USE_PREF_SIZE);
    word.getStyleClass().add("word");
    return word;
  }

  private static Node pressable(String text, Link link) {
    Hyperlink word = new Hyperlink(text);
    word.setMinWidth(Region.USE_PREF_SIZE);
    // One stop of the keyboard for the whole pointer.
    word.setFocusTraversable(link.isFirst());
    word.setOnAction(event -> link.follow());
    link.add(word);
    return word;
  }

  /** A formula on lines of its own, or its source where it is none. */
  Node displayed(String latex, double letters) {
    return formulas.isFormula(latex) ? new FormulaFlow(formulas, latex, letters) : word(latex);
  }

  /** A formula, or its source where it is none: a lesson being written may hold such. */
  private Node formula(String latex, double letters) {
    if (!formulas.isFormula(latex)) {
      return word(latex);
    }
    return new FormulaShape(formulas, latex, letters, latex);
  }
}
