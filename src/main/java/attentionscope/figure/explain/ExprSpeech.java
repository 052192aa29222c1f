package attentionscope.figure.explain;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An expression as a sentence to be heard, without signs that a screen reader would skip. */
@BuildsKeys("figure.say.function.")
public final class ExprSpeech {

  private final Texts texts;

  public ExprSpeech(Texts texts) {
    this.texts = texts;
  }

  /** How the value came about, and the value. */
  public String sentence(Expr expr) {
    return switch (expr) {
      case Expr.Given given -> texts.get("figure.say.given", given.value(), origin(given.origin()));
      case Expr.Changed changed ->
          texts.get("figure.say.changed", changed.value(), changed.was().value());
      case Expr.Cell cell -> texts.get("figure.say.same", cell.ref(), cell.value());
      default -> texts.get("figure.say.gives", phrase(expr), expr.value());
    };
  }

  /** Where a number comes from that nothing in the run computed. */
  public String origin(Origin origin) {
    return switch (origin) {
      case Origin.Seed seed -> texts.get("figure.say.origin.seed", seed.seed());
      case Origin.File file -> texts.get("figure.say.origin.file", file.file(), file.tensor());
      case Origin.Handmade handmade -> texts.get("figure.say.origin.handmade");
      case Origin.Typed typed -> texts.get("figure.say.origin.typed");
      case Origin.Learned(int steps) -> texts.get("figure.say.origin.learned", steps);
      case Origin.Earlier earlier -> texts.get("figure.say.origin.earlier");
      case Origin.Rule rule -> texts.get("figure.say.origin.rule");
    };
  }

  private String phrase(Expr expr) {
    return switch (expr) {
      case Expr.Cell cell -> number(cell.value());
      case Expr.Constant constant -> number(constant.value());
      case Expr.Given given -> number(given.value());
      case Expr.Picked picked -> phrase(picked.chosen());
      case Expr.Sum sum -> sum(sum.terms());
      case Expr.SumOfProducts sum -> sum(sum.products());
      case Expr.Product p -> texts.get("figure.say.times", phrase(p.left()), phrase(p.right()));
      case Expr.Plus p -> texts.get("figure.say.plus", phrase(p.left()), phrase(p.right()));
      case Expr.Minus m -> texts.get("figure.say.minus", phrase(m.left()), phrase(m.right()));
      case Expr.Quotient q ->
          texts.get("figure.say.divided", phrase(q.numerator()), phrase(q.denominator()));
      case Expr.Power p -> texts.get("figure.say.power", phrase(p.base()), phrase(p.exponent()));
      case Expr.Max max -> texts.get("figure.say.largest", list(max.terms()));
      case Expr.Call call -> call(call);
      case Expr.Rounded rounded -> phrase(rounded.inner());
      case Expr.Named named -> number(named.value());
      case Expr.Changed changed -> number(changed.value());
    };
  }

  private String call(Expr.Call call) {
    String argument = phrase(call.argument());
    return call.function() == Function.EXP
        ? texts.get("figure.say.exp", argument)
        : texts.get(
            "figure.say.call",
            texts.get("figure.say.function." + call.function().name().toLowerCase(Locale.ROOT)),
            argument);
  }

  private String sum(List<? extends Expr> terms) {
    return terms.size() == 1
        ? phrase(terms.getFirst())
        : texts.get("figure.say.sum", terms.size(), list(terms));
  }

  private String list(List<? extends Expr> terms) {
    List<String> said = new ArrayList<>();
    List<Integer> shown = Largest.of(terms);
    shown.forEach(index -> said.add(phrase(terms.get(index))));
    if (shown.size() < terms.size()) {
      said.add(texts.get("figure.say.more", terms.size() - shown.size()));
    }
    return String.join(", ", said);
  }

  private String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? texts.get("figure.say.number", (long) value)
        : texts.get("figure.say.number", value);
  }
}
