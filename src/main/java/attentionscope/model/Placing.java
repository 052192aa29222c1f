package attentionscope.model;

import attentionscope.nn.Past;
import attentionscope.nn.Places;
import attentionscope.op.Placed;
import java.util.ArrayList;
import java.util.List;

/** Which position each token has where nobody says; families of models count differently. */
public sealed interface Placing {

  /**
   * The positions of tokens that follow others.
   *
   * @param tokens those that are read now
   * @param past those before
   */
  Places of(Tokens tokens, Past past);

  /** 0, 1, 2, … whatever the tokens are. */
  Placing COUNTED = new Counted(0);

  /** Counting from a number. */
  record Counted(int first) implements Placing {
    @Override
    public Places of(Tokens tokens, Past past) {
      return Places.from(past.length() + first);
    }
  }

  /** Counting from the first token that is no padding. */
  record BehindPadding() implements Placing {
    @Override
    public Places of(Tokens tokens, Past past) {
      List<Boolean> padding = past.padding(tokens.samples(), tokens.padding());
      return Places.after(past.length(), tokens.samples(), padding);
    }
  }

  /**
   * Counting only what is no padding (OPT).
   *
   * @param first the position of the first; padding has the one before
   */
  record Unpadded(int first) implements Placing {
    @Override
    public Places of(Tokens tokens, Past past) {
      int samples = tokens.samples();
      List<Boolean> padding = past.padding(samples, tokens.padding());
      int all = padding.size() / samples;
      List<Integer> places = new ArrayList<>();
      for (int sample = 0; sample < samples; sample++) {
        int words = 0;
        for (int row = 0; row < all; row++) {
          boolean padded = padding.get(sample * all + row);
          words += padded ? 0 : 1;
          if (row >= past.length()) {
            places.add(padded ? first - 1 : first + words - 1);
          }
        }
      }
      return Places.given(places);
    }
  }

  /**
   * Counting only tokens that have another id than padding has, whatever the mask says (RoBERTa,
   * M2M100).
   *
   * @param pad the id of padding; the first position is one more
   * @param zero whether padding has no position at all, rather than the pad's number
   */
  record OtherThan(int pad, boolean zero) implements Placing {
    @Override
    public Places of(Tokens tokens, Past past) {
      List<Integer> places = new ArrayList<>();
      for (int sample = 0; sample < tokens.samples(); sample++) {
        int words = past.length();
        for (int row = 0; row < tokens.length(); row++) {
          boolean word = tokens.ids().get(sample * tokens.length() + row) != pad;
          words += word ? 1 : 0;
          places.add(word ? pad + words : zero ? Placed.NOWHERE : pad);
        }
      }
      return Places.given(places);
    }
  }
}
