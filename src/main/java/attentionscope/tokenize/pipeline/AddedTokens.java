package attentionscope.tokenize.pipeline;

import attentionscope.files.Problem;
import attentionscope.tokenize.normal.Normalizer;
import attentionscope.tokenize.text.Aligned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds added tokens: the first that stands in a text, and of those the longest. */
final class AddedTokens {
  /** By first letter, the longest first. */
  private final Map<Character, List<Added>> byLetter = new HashMap<>();

  private final Map<Integer, Added> byId = new HashMap<>();

  /** A part of a text: an added token, or what is none. */
  record Found(Aligned text, Optional<Added> token) {}

  /**
   * @param normalizer what the contents become that are looked for in normalized texts
   * @throws Problem if that fails
   */
  AddedTokens(List<Added> tokens, Normalizer normalizer) throws Problem {
    for (Added token : tokens) {
      byId.putIfAbsent(token.id(), token);
      String content =
          token.normalized()
              ? normalizer.apply(Aligned.of(token.content())).text()
              : token.content();
      if (!content.isEmpty()) {
        byLetter
            .computeIfAbsent(content.charAt(0), letter -> new ArrayList<>())
            .add(
                new Added(
                    token.id(),
                    content,
                    token.special(),
                    token.normalized(),
                    token.alone(),
                    token.takesLeft(),
                    token.takesRight()));
      }
    }
    byLetter
        .values()
        .forEach(
            all ->
                all.sort(
                    Comparator.comparingInt((Added token) -> token.content().length()).reversed()));
  }

  Optional<Added> get(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The parts of a text, none of them empty. */
  List<Found> find(Aligned text, boolean normalized) {
    List<Found> parts = new ArrayList<>();
    String letters = text.text();
    int after = 0;
    for (int at = 0; at < letters.length(); ) {
      Optional<Added> token = at(letters, at, normalized);
      if (token.isEmpty()) {
        at++;
        continue;
      }
      int begin = token.get().takesLeft() ? spacesBefore(letters, after, at) : at;
      int end = at + token.get().content().length();
      end = token.get().takesRight() ? spacesBehind(letters, end) : end;
      rest(parts, text, after, begin);
      parts.add(new Found(text.part(begin, end), token));
      after = end;
      at = end;
    }
    rest(parts, text, after, letters.length());
    return parts;
  }

  private Optional<Added> at(String letters, int at, boolean normalized) {
    for (Added token : byLetter.getOrDefault(letters.charAt(at), List.of())) {
      boolean fits = token.normalized() == normalized && letters.startsWith(token.content(), at);
      if (fits && (!token.alone() || standsAlone(letters, at, at + token.content().length()))) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  private static boolean standsAlone(String letters, int begin, int end) {
    return (begin == 0 || !Character.isLetterOrDigit(letters.codePointBefore(begin)))
        && (end == letters.length() || !Character.isLetterOrDigit(letters.codePointAt(end)));
  }

  private static int spacesBefore(String letters, int least, int at) {
    int begin = at;
    while (begin > least && Character.isWhitespace(letters.charAt(begin - 1))) {
      begin--;
    }
    return begin;
  }

  private static int spacesBehind(String letters, int at) {
    int end = at;
    while (end < letters.length() && Character.isWhitespace(letters.charAt(end))) {
      end++;
    }
    return end;
  }

  private static void rest(List<Found> parts, Aligned text, int begin, int end) {
    if (begin < end) {
      parts.add(new Found(text.part(begin, end), Optional.empty()));
    }
  }
}
