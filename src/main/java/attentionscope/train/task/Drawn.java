package attentionscope.train.task;

import java.util.List;

/**
 * A task whose samples are drawn until one is in the part asked for. What is drawn first, such as
 * the class, must not depend on chance: it takes turns by the index, so that every class comes
 * equally often in either part.
 */
abstract class Drawn implements Task {
  private final String name;
  private final Kind kind;

  Drawn(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Kind kind() {
    return kind;
  }

  /**
   * Draws a sample of either part.
   *
   * @param index which sample; decides what takes turns
   */
  abstract Sample draw(Draw draw, long index);

  /** What decides the part of a sample: its source, unless the same sample can have several. */
  List<String> identity(Sample sample) {
    return sample.source();
  }

  @Override
  public final Sample sample(long seed, long index, Part part) {
    Draw draw = Draw.of(name, seed, index);
    Sample sample = draw(draw, index);
    while (Part.of(identity(sample)) != part) {
      sample = draw(draw, index);
    }
    return sample;
  }
}
