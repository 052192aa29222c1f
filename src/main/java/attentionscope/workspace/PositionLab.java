package attentionscope.workspace;

import attentionscope.model.PositionStudy;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.PositionalEncoding;
import attentionscope.op.Counting;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of the positions view.
 *
 * @param encoding what is looked at
 * @param width d_model
 * @param length how many positions
 * @param base of the angles
 * @param position the position that is looked at, from 0
 * @param shift k in PE(p + k) = R_k PE(p), from 1
 * @param changes changes to the positions' own run; a model's run knows nothing of them
 * @param panel the figure that is brought into sight, where a lesson speaks of one
 */
public record PositionLab(
    Encoding encoding,
    int width,
    int length,
    double base,
    int position,
    int shift,
    List<Intervention> changes,
    Optional<PanelKind> panel) {

  public static final int NARROWEST = 1;
  public static final int WIDEST = 512;
  public static final int SHORTEST = 2;
  public static final int LONGEST = 512;
  public static final double LEAST_BASE = 2;
  public static final double MOST_BASE = 1_000_000;

  /** Eight heads as in the paper: enough to see slopes and buckets differ. */
  private static final int HEADS_WITH_BIAS = 8;

  /** The matrices of a study that have a row a position. */
  private static final List<String> OF_POSITIONS =
      List.of(
          "position.code",
          "position.dots",
          "position.vector",
          "position.turned",
          "position.shifted",
          "position.error",
          "position.head.*.bias");

  /** As it is before the user chooses. */
  public static final PositionLab PLAIN =
      new PositionLab(Encoding.SINUSOIDAL, 64, 80, TransformerConfig.BASE, 23, 5);

  /** Settings alone, with nothing changed by hand. */
  public PositionLab(
      Encoding encoding, int width, int length, double base, int position, int shift) {
    this(encoding, width, length, base, position, shift, List.of(), Optional.empty());
  }

  /** Every setting is brought within its bounds. */
  public PositionLab {
    changes = List.copyOf(changes);
    width = Math.clamp(width, NARROWEST, WIDEST);
    length = Math.clamp(length, SHORTEST, LONGEST);
    base = Math.clamp(base, LEAST_BASE, MOST_BASE);
    position = Math.clamp(position, 0, length - 1);
    shift = Math.clamp(shift, 1, length - 1);
  }

  /** The encodings there are to choose from. */
  public enum Encoding {
    SINUSOIDAL,
    CONCATENATED,
    LEARNED,
    ROTARY,
    ROTARY_HALVES,
    ALIBI,
    BUCKETS,
    INTEGERS,
    NORMALISED,
    BINARY,
    NONE;

    /** Its word in files and keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Encoding> of(String key) {
      return Arrays.stream(values()).filter(encoding -> encoding.key().equals(key)).findFirst();
    }
  }

  /** The encoding with these settings. */
  public PositionalEncoding positionalEncoding() {
    int even = width / 2 * 2;
    return switch (encoding) {
      case SINUSOIDAL -> new PositionalEncoding.Sinusoidal(Sinusoid.Layout.INTERLEAVED, base);
      case CONCATENATED -> new PositionalEncoding.Sinusoidal(Sinusoid.Layout.CONCATENATED, base);
      case LEARNED -> new PositionalEncoding.Learned(LONGEST);
      case ROTARY -> new PositionalEncoding.Rotary(even, Rotate.Pairing.INTERLEAVED, base);
      case ROTARY_HALVES -> new PositionalEncoding.Rotary(even, Rotate.Pairing.HALVES, base);
      case ALIBI -> new PositionalEncoding.LinearBias();
      case BUCKETS -> new PositionalEncoding.RelativeBuckets(32, 128, true);
      case INTEGERS -> new PositionalEncoding.Counted(Counting.Form.INTEGERS);
      case NORMALISED -> new PositionalEncoding.Counted(Counting.Form.NORMALISED);
      case BINARY -> new PositionalEncoding.Counted(Counting.Form.BINARY);
      case NONE -> new PositionalEncoding.None();
    };
  }

  /** The encoding by itself, of this width and length. */
  public PositionStudy study() {
    return new PositionStudy(positionalEncoding(), width, length, shift, HEADS_WITH_BIAS);
  }

  /** The position of a row that is looked at; as it was where the region has no position. */
  public PositionLab lookingAt(Region region) {
    boolean one = region.rows().to() == region.rows().from() + 1;
    boolean rowsArePositions = OF_POSITIONS.stream().anyMatch(region.id()::matches);
    return one && rowsArePositions ? withPosition(region.rows().from()) : this;
  }

  public PositionLab withEncoding(Encoding other) {
    return new PositionLab(other, width, length, base, position, shift, changes, panel);
  }

  public PositionLab withWidth(int other) {
    return new PositionLab(encoding, other, length, base, position, shift, changes, panel);
  }

  public PositionLab withLength(int other) {
    return new PositionLab(encoding, width, other, base, position, shift, changes, panel);
  }

  public PositionLab withBase(double other) {
    return new PositionLab(encoding, width, length, other, position, shift, changes, panel);
  }

  public PositionLab withPosition(int other) {
    return new PositionLab(encoding, width, length, base, other, shift, changes, panel);
  }

  public PositionLab withShift(int other) {
    return new PositionLab(encoding, width, length, base, position, other, changes, panel);
  }

  public PositionLab withChanges(List<Intervention> other) {
    return new PositionLab(encoding, width, length, base, position, shift, other, panel);
  }

  public PositionLab withPanel(Optional<PanelKind> other) {
    return new PositionLab(encoding, width, length, base, position, shift, changes, other);
  }

  /** Whether both compute the same. */
  boolean runsAs(PositionLab other) {
    return computed().equals(other.computed());
  }

  private PositionLab computed() {
    return withPosition(0).withPanel(Optional.empty());
  }
}
