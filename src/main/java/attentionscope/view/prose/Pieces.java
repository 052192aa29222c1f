package attentionscope.view.prose;

import attentionscope.lesson.prose.Inline;
import attentionscope.lesson.prose.Target;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the nested content of a paragraph apart into what a line is set of. */
final class Pieces {

  private static final Pattern WORDS = Pattern.compile("\\s+|\\S+");

  private final Links links;
  private final List<Link> made = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  Pieces(Links links) {
    this.links = links;
  }

  /** Runs of pieces between which a line may be broken. */
  List<List<Piece>> chunks(List<Inline> content) {
    pieces.clear();
    add(content, Set.of(), Optional.empty());
    List<List<Piece>> chunks = new ArrayList<>();
    List<Piece> chunk = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Space) {
        if (!chunk.isEmpty()) {
          chunks.add(List.copyOf(chunk));
          chunk.clear();
        }
      } else {
        chunk.add(piece);
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(List.copyOf(chunk));
    }
    return chunks;
  }

  /** Every pointer met so far. */
  List<Link> links() {
    return List.copyOf(made);
  }

  private void add(List<Inline> content, Set<String> styles, Optional<Link> link) {
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text text -> words(text.text(), styles, link);
        case Inline.Code code ->
            pieces.add(new Piece.Word(code.text(), with(styles, "code"), link));
        case Inline.Emphasis emphasis -> add(emphasis.content(), with(styles, "emphasis"), link);
        case Inline.Strong strong -> add(strong.content(), with(styles, "strong"), link);
        case Inline.Formula formula -> pieces.add(new Piece.Tex(formula.tex(), link));
        case Inline.LiveNumber live -> {
          Optional<Target> to = live.from().stream().findFirst().map(Target.Focus::new);
          Optional<Link> own = link.or(() -> Optional.of(link(live.from(), to)));
          pieces.add(new Piece.Word(live.text(), with(styles, "live"), own));
        }
        case Inline.Pointer pointer -> {
          Link own = link(regions(pointer.target()), Optional.of(pointer.target()));
          add(pointer.content(), with(styles, "pointer"), Optional.of(own));
        }
      }
    }
  }

  private void words(String text, Set<String> styles, Optional<Link> link) {
    Matcher matcher = WORDS.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      pieces.add(word.isBlank() ? new Piece.Space() : new Piece.Word(word, styles, link));
    }
  }

  private Link link(List<Region> regions, Optional<Target> target) {
    Link link = new Link(regions, target, links);
    made.add(link);
    return link;
  }

  private static List<Region> regions(Target target) {
    return target instanceof Target.Focus focus ? List.of(focus.region()) : List.of();
  }

  private static Set<String> with(Set<String> styles, String more) {
    Set<String> all = new HashSet<>(styles);
    all.add(more);
    return all;
  }
}
