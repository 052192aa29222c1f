package attentionscope.view.tokens;

import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.recurrent.Unrolled;
import attentionscope.tensor.Axis;
import attentionscope.tokenize.Tokenizer;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Fault;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the model reads: the source and, for models with a decoder, the target. */
public final class TokenBar extends VBox implements Part {

  private static final TensorId SOURCE = TensorId.of("source.tokens");
  private static final TensorId TARGET = TensorId.of("target.tokens");

  /** A long text would leave its picture no room. */
  private static final int MOST_WRITTEN = 12;

  private final Consumer<Intent> intents;
  private final TokenRow source;
  private final TokenRow target;
  private final TextRow sourceText;
  private final TextRow targetText;
  private final SampleRow sample;
  private final Label fault = new Label();

  private Typed draft = new Typed("", "");

  /**
   * @param ended called when the user has done with typing
   */
  public TokenBar(Consumer<Intent> intents, Runnable ended) {
    this.intents = intents;
    source = new TokenRow(text -> retype(new Typed(text, draft.target())), ended);
    target = new TokenRow(text -> retype(new Typed(draft.source(), text)), ended);
    sourceText = new TextRow(text -> retype(new Typed(text, draft.target())), ended);
    targetText = new TextRow(text -> retype(new Typed(draft.source(), text)), ended);
    sample = new SampleRow(name -> retype(Typed.source(name)));
    getStyleClass().add("token-bar");
    fault.getStyleClass().add("token-fault");
    fault.setWrapText(true);
    // It lies over the picture for a while, so that nothing moves.
    fault.setManaged(false);
    getChildren().addAll(source, target, sourceText, targetText, sample, fault);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double wide = Math.min(getWidth(), fault.prefWidth(-1));
    fault.resizeRelocate(0, getHeight() + 4, wide, fault.prefHeight(wide));
  }

  @Override
  public void show(Shown shown) {
    Optional<Fault> bad = shown.fault().filter(one -> one.draft().isPresent());
    // What cannot be run stays as it was typed; the picture stays that of the last run.
    draft = bad.flatMap(Fault::draft).orElse(shown.workspace().input());
    Set<String> unknown = new HashSet<>();
    bad.ifPresent(one -> one.problem().args().forEach(arg -> unknown.add(arg.toString())));

    boolean twoTexts = shown.trace().find(TARGET).isPresent() || saysItself(shown);
    Way way = way(shown);
    present(source, way == Way.WORDS);
    present(target, way == Way.WORDS && twoTexts);
    present(sourceText, way == Way.TEXT);
    present(targetText, way == Way.TEXT && twoTexts);
    present(sample, way == Way.SAMPLE);
    switch (way) {
      case WORDS -> showWords(shown, unknown, twoTexts);
      case TEXT -> showTexts(shown, twoTexts);
      case SAMPLE -> sample.show(shown, draft.source());
      case NOTHING -> {}
    }

    fault.setText(bad.map(one -> shown.texts().say(one.problem())).orElse(""));
    fault.setVisible(bad.isPresent());
    requestLayout();
  }

  /** Whether the target is not read, but what the decoder's answer is compared with. */
  private static boolean saysItself(Shown shown) {
    return shown.workspace().view() != View.POSITIONS
        && !shown.workspace().knobs().teacher()
        && shown.opened().answersItself();
  }

  /** How it is said what the model reads. */
  private enum Way {
    WORDS,
    TEXT,
    SAMPLE,
    NOTHING
  }

  private static Way way(Shown shown) {
    if (shown.workspace().view() == View.POSITIONS) {
      return Way.WORDS;
    }
    return switch (shown.opened().card().kind()) {
      case TENSORS -> Way.NOTHING;
      case DUMP -> Way.SAMPLE;
      case OWN, CHECKPOINT -> shown.opened().readsWords() ? Way.WORDS : Way.TEXT;
    };
  }

  private static void present(javafx.scene.Node row, boolean there) {
    row.setVisible(there);
    row.setManaged(there);
  }

  private void showWords(Shown shown, Set<String> unknown, boolean twoTexts) {
    source.show(draft.source(), marked(shown, Axis.Role.SOURCE_TOKENS, 0), unknown);
    if (twoTexts) {
      target.show(draft.target(), marked(shown, Axis.Role.TARGET_TOKENS, started(shown)), unknown);
    }
    written(shown, twoTexts);
    String word = shown.text("view.tokens.word");
    String add = shown.text("view.tokens.add");
    source.say(name(shown, twoTexts), word, add);
    target.say(shown.text("view.tokens.target"), word, add);
  }

  private static String name(Shown shown, boolean twoTexts) {
    return shown.text(twoTexts ? "view.tokens.source" : "view.tokens.input");
  }

  private void showTexts(Shown shown, boolean twoTexts) {
    int written = shown.workspace().writing().shown();
    Tokenizer ofSource = shown.opened().source();
    Set<Integer> here = marked(shown, Axis.Role.SOURCE_TOKENS, 0);
    sourceText.show(
        shown,
        draft.source(),
        name(shown, twoTexts),
        tokens(shown, SOURCE, !twoTexts, twoTexts ? 0 : written, ofSource),
        here::contains);
    if (twoTexts) {
      Tokenizer ofTarget = shown.opened().target().orElse(ofSource);
      Set<Integer> there = marked(shown, Axis.Role.TARGET_TOKENS, 0);
      targetText.show(
          shown,
          draft.target(),
          shown.text("view.tokens.target"),
          tokens(shown, TARGET, true, written, ofTarget),
          there::contains);
    }
  }

  /**
   * The tokens that are read.
   *
   * @param goesOn whether it is the text that the model goes on with, where it writes
   */
  private static Optional<TypedTokens> tokens(
      Shown shown, TensorId id, boolean goesOn, int written, Tokenizer tokenizer) {
    Optional<Node> node = shown.trace().find(id);
    return goesOn && shown.outlook().isPresent()
        ? node.map(
            run ->
                TypedTokens.of(shown.outlook().get().read(), run.rows().role(), written, tokenizer))
        : node.map(run -> TypedTokens.of(run, written, tokenizer));
  }

  /** The text that the model goes on with, or the only one. */
  private static Optional<TypedTokens> goneOn(Shown shown, boolean twoTexts, int written) {
    Tokenizer tokenizer = shown.opened().target().orElse(shown.opened().source());
    return tokens(shown, twoTexts ? TARGET : SOURCE, true, written, tokenizer);
  }

  /** Gives the keyboard to the text. */
  public void edit() {
    if (sample.isVisible()) {
      sample.edit();
    } else if (source.isVisible()) {
      source.edit();
    } else {
      sourceText.edit();
    }
  }

  /** The row of the target; the source's where there is no target. */
  public javafx.scene.Node row(boolean ofTarget) {
    if (sample.isVisible()) {
      return sample;
    }
    if (sourceText.isVisible()) {
      return ofTarget && targetText.isVisible() ? targetText : sourceText;
    }
    return ofTarget && target.isVisible() ? target : source;
  }

  private void retype(Typed typed) {
    if (!typed.equals(draft)) {
      draft = typed;
      intents.accept(new Intent.Retype(typed));
    }
  }

  /** Behind what was typed, the last tokens of what the model has written. */
  private void written(Shown shown, boolean twoTexts) {
    Axis.Role role = twoTexts ? Axis.Role.TARGET_TOKENS : Axis.Role.SOURCE_TOKENS;
    int all = shown.workspace().view() == View.POSITIONS ? 0 : shown.workspace().writing().shown();
    Optional<TypedTokens> tokens = goneOn(shown, twoTexts, all);
    int size = tokens.map(TypedTokens::size).orElse(0);
    int first = size - Math.min(all, MOST_WRITTEN);
    List<String> labels = new ArrayList<>();
    for (int i = first; i < size; i++) {
      labels.add(AxisNames.label(tokens.orElseThrow().axis(), i));
    }
    int before = all - labels.size();
    Set<Integer> marked = marked(shown, role, first);
    (twoTexts ? target : source)
        .showWritten(
            labels,
            before > 0 ? shown.text("view.tokens.written-before", before) : "",
            shown.text("view.tokens.written"),
            marked::contains);
  }

  /** How many tokens stand before what was typed: the start token, for most decoders. */
  private int started(Shown shown) {
    int typed = draft.target().isBlank() ? 0 : draft.target().strip().split("\\s+").length;
    int written = shown.workspace().writing().shown();
    return goneOn(shown, true, written)
        .map(tokens -> Math.max(0, tokens.size() - typed - written))
        .orElse(0);
  }

  /** The tokens that the focused cell, or what the focus is a row or column of, belongs to. */
  private static Set<Integer> marked(Shown shown, Axis.Role role, int before) {
    Set<Integer> marked = new HashSet<>();
    Optional<Region> focus = shown.workspace().focus();
    Optional<Node> node = focus.flatMap(region -> shown.trace().find(region.id()));
    if (node.isPresent()) {
      Optional<CellRef> cell = focus.get().asCell();
      OptionalInt token = Unrolled.token(shown.trace(), node.get());
      if (token.isEmpty()) {
        mark(marked, node.get().rows(), role, focus.get().rows(), before);
      } else if (node.get().rows().role() == role) {
        marked.add(token.getAsInt() - before);
      }
      if (cell.isPresent() || !focus.get().columns().isAll()) {
        mark(marked, node.get().columns(), role, focus.get().columns(), before);
      }
    }
    return marked;
  }

  private static void mark(
      Set<Integer> marked, Axis axis, Axis.Role role, Region.Span span, int before) {
    if (axis.role() == role && !span.isAll()) {
      for (int i = span.from(); i < Math.min(span.to(), axis.size()); i++) {
        marked.add(i - before);
      }
    }
  }
}
