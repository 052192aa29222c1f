package attentionscope.view.inspector;

import attentionscope.analysis.Entropy;
import attentionscope.analysis.Invariants;
import attentionscope.figure.explain.ExprLatex;
import attentionscope.figure.explain.ExprSpeech;
import attentionscope.figure.explain.Largest;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.paint.Formulas;
import attentionscope.language.Numbers;
import attentionscope.op.Gradients;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.view.FormulaFlow;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What there is to say of a cell. */
final class CellSections {

  private static final double FORMULA = 18;
  private static final double LETTERS = 14;

  /** A name of more letters is set smaller, so that its value stays beside it. */
  private static final int LONG = 12;

  private final Shown shown;
  private final Node node;
  private final CellRef ref;
  private final Formulas formulas;
  private final Origins origins;
  private final Consumer<Intent> intents;
  private final Expr expr;

  CellSections(
      Shown shown,
      Node node,
      CellRef ref,
      Formulas formulas,
      Origins origins,
      Consumer<Intent> intents) {
    this.shown = shown;
    this.node = node;
    this.ref = ref;
    this.formulas = formulas;
    this.origins = origins;
    this.intents = intents;
    this.expr = node.explain(ref.row(), ref.column());
  }

  /**
   * @param all whether every term is listed
   * @param more asks for them
   */
  List<Section> all(boolean all, Runnable more) {
    List<Section> sections = new ArrayList<>();
    sections.add(head());
    new ChoiceSection(shown, ref, intents).section().ifPresent(sections::add);
    if (Origins.count(expr) > 0) {
      sections.add(cameFrom(all, more));
    }
    List<Region> feeds = shown.trace().feeds(node, ref.row(), ref.column());
    Section uses = new Section(shown.text("view.inspector.goes-to"), goesTo(feeds));
    uses.getChildren().addAll(checks());
    sections.add(uses);
    new GradientSection(shown, Region.cell(ref.id(), ref.row(), ref.column()), origins, intents)
        .section()
        .ifPresent(sections::add);
    if (!ref.id().isIn(Gradients.FAMILY)) {
      sections.add(
          new Section(shown.text("view.inspector.what-if"), new WhatIf(shown, ref, intents)));
    }
    return sections;
  }

  private Section head() {
    Label name = new Label(CellNames.of(ref));
    name.getStyleClass().addAll("cell-name", "mono");
    Label value = new Label(Numbers.prose(node.at(ref.row(), ref.column())));
    value.getStyleClass().addAll("cell-value", "mono");
    value.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    name.setWrapText(true);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setWrapText(true); // a long name takes a second line rather than lose its cell
    HBox.setHgrow(name, Priority.ALWAYS);
    Button before = Icons.only(new Button(), Feather.CORNER_UP_LEFT);
    Icons.name(before, shown.text("view.inspector.back"));
    before.getStyleClass().add("bare");
    before.setOnAction(event -> intents.accept(new Intent.Back()));
    HBox title = new HBox(name, value, before);
    title.setAlignment(Pos.BASELINE_LEFT);
    title.getStyleClass().add("cell-title");
    if (name.getText().length() > LONG) {
      title.getStyleClass().add("long");
    }

    Label where =
        new Label(
            MatrixNames.of(node.id(), shown.texts())
                + " · "
                + entry(node.rows(), ref.row())
                + " · "
                + entry(node.columns(), ref.column()));
    where.getStyleClass().add("quiet");
    where.setWrapText(true);
    Section head = new Section(shown.text("view.inspector.cell"), title, where, formula());
    head.getStyleClass().add("cell-head");
    return head;
  }

  /** A word of a vocabulary too large to name every entry of the axis is looked up here. */
  private String entry(Axis axis, int index) {
    Optional<String> word =
        axis.role() == Axis.Role.VOCABULARY && axis.labels().isEmpty()
            ? shown.opened().word(ref.id(), index)
            : Optional.empty();
    return word.map(token -> Axis.of(Axis.Role.VOCABULARY, List.of(token)))
        .map(one -> AxisNames.entry(one, 0, shown.texts()) + " (" + index + ")")
        .orElseGet(() -> AxisNames.entry(axis, index, shown.texts()));
  }

  private VBox formula() {
    VBox box = new VBox();
    box.getStyleClass().add("formula-box");
    box.setAccessibleRole(AccessibleRole.TEXT);
    ExprSpeech speech = new ExprSpeech(shown.texts());
    box.setAccessibleText(speech.sentence(expr));
    switch (expr) {
      case Expr.Given given -> {
        Label origin = new Label(speech.origin(given.origin()));
        origin.setWrapText(true);
        box.getChildren().add(origin);
      }
      case Expr.Changed changed -> {
        Label said = new Label(speech.sentence(changed));
        said.setWrapText(true);
        box.getChildren().add(said);
        if (!(changed.was() instanceof Expr.Given)) {
          box.getChildren().add(flow(ExprLatex.equation(changed.was()), FORMULA));
        }
      }
      default -> {
        box.getChildren().add(flow(ExprLatex.equation(expr), FORMULA));
        for (String letter : ExprLatex.definitions(expr)) {
          box.getChildren().add(flow(letter, LETTERS));
        }
      }
    }
    return box;
  }

  private FormulaFlow flow(String latex, double size) {
    return new FormulaFlow(formulas, latex, size);
  }

  private Section cameFrom(boolean all, Runnable more) {
    Section section = new Section(shown.text("view.inspector.came-from"), origins.lines(expr, all));
    if (!all && Origins.count(expr) > Largest.ALL) {
      Button every = new Button(shown.text("view.inspector.all", Origins.count(expr)));
      every.getStyleClass().add("small");
      every.setOnAction(event -> more.run());
      section.getChildren().add(every);
    }
    return section;
  }

  private javafx.scene.Node goesTo(List<Region> feeds) {
    if (feeds.isEmpty()) {
      Label end = new Label(shown.text("view.inspector.nowhere"));
      end.getStyleClass().add("quiet");
      end.setWrapText(true);
      return end;
    }
    FlowPane links = new FlowPane();
    links.getStyleClass().add("uses");
    for (Region region : feeds.subList(0, Math.min(feeds.size(), 2 * Largest.ALL))) {
      links.getChildren().add(origins.link(region, CellNames.of(region)));
    }
    return links;
  }

  /** What must be true of a row of weights, and how spread out it is. */
  private List<javafx.scene.Node> checks() {
    if (!node.op().kind().equals("softmax")) {
      return List.of();
    }
    Label caption = new Label(shown.text("view.inspector.row", ref.row()));
    caption.getStyleClass().addAll("caption", "next");
    List<javafx.scene.Node> lines = new ArrayList<>();
    lines.add(caption);
    for (Invariants.Check check : Invariants.ofRow(node, ref.row())) {
      lines.add(check(text(check), Optional.of(check.holds())));
    }
    String entropy = Numbers.fixed(Entropy.ofRow(node, ref.row()), 2);
    lines.add(check(shown.text("view.inspector.entropy", entropy), Optional.empty()));
    return lines;
  }

  private String text(Invariants.Check check) {
    return switch (check.kind()) {
      case ROW_SUM -> shown.text("view.inspector.sum", Numbers.fixed(check.measured(), 6));
      case MASKED_ZERO -> shown.text("view.inspector.masked");
      case CAUSAL -> shown.text("view.inspector.causal");
    };
  }

  private static Label check(String text, Optional<Boolean> holds) {
    Label line = new Label(text + holds.map(good -> good ? "  ✓" : "  ✗").orElse(""));
    holds.ifPresent(good -> line.getStyleClass().add(good ? "good" : "bad"));
    return line;
  }
}
