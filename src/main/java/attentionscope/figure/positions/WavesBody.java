package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.language.Texts;
import attentionscope.op.Counting;
import attentionscope.op.Sinusoid;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A few dimensions of a code along the positions, each a strip of its own. */
record WavesBody(PositionScene scene, Node code) implements Body {

  private static final int MOST = 5;
  private static final double LABEL = 20;
  private static final double STRIP = 38;
  private static final double AIR = 8;

  @Override
  public String title(Texts texts) {
    return texts.get(
        scene.pairs().isEmpty()
            ? "figure.positions.waves.title.plain"
            : "figure.positions.waves.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get(
        scene.pairs().isEmpty()
            ? "figure.positions.waves.caption.plain"
            : "figure.positions.waves.caption");
  }

  /** Which dimensions are shown: those looked at, and others far apart. */
  List<Integer> columns() {
    int width = code.columns().size();
    if (width <= MOST) {
      return IntStream.range(0, width).boxed().toList();
    }
    TreeSet<Integer> columns = new TreeSet<>();
    scene.selectedColumn().ifPresent(columns::add);
    if (allAlike()) {
      columns.add(0);
    } else if (scene.pairs().isEmpty()) {
      IntStream.range(0, width).limit(MOST - columns.size()).forEach(columns::add);
    } else {
      Optional<Pair> looked = scene.pair();
      looked.ifPresent(pair -> columns.add(pair.up()));
      looked.ifPresent(pair -> pair.across().ifPresent(columns::add));
      spread().stream().map(Pair::up).filter(c -> columns.size() < MOST).forEach(columns::add);
    }
    return List.copyOf(columns);
  }

  /** The quickest pair, the slowest, and the one that goes round once in this text. */
  private List<Pair> spread() {
    List<Pair> pairs = scene.pairs();
    Pair once =
        pairs.stream()
            .min(
                Comparator.comparingDouble(
                    pair -> Math.abs(Math.log(pair.wavelength() / scene.lab().length()))))
            .orElseThrow();
    return List.of(pairs.getFirst(), pairs.getLast(), once);
  }

  private boolean allAlike() {
    return code.op() instanceof Counting counting && counting.form() != Counting.Form.BINARY;
  }

  @Override
  public double height(double width, Frame frame) {
    return columns().size() * (LABEL + STRIP + AIR) + Style.TICKS;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    List<Integer> columns = columns();
    Rect across = Along.columns(room, code.rows().size());
    ColorScale scale = ColorScale.of(code, scene.look());
    int position = Math.min(scene.lab().position(), code.rows().size() - 1);
    double spare = room.height() - height(room.width(), drawing.frame());
    double tall = STRIP + Math.clamp(spare / columns.size(), 0, STRIP);
    double bottom = room.y() + columns.size() * (LABEL + tall + AIR) - AIR;
    double x = across.x() + (position + 0.5) * across.width() / code.rows().size();
    boolean signed = Strip.anyBelow(code);
    double y = room.y();
    for (int column : columns) {
      Rect area = new Rect(across.x(), y + LABEL, across.width(), tall);
      label(drawing, new Rect(across.x(), y, across.width(), LABEL), column, position);
      drawing.line(x, area.y() - 2, x, area.bottom() + 2, Stroke.of(Ink.ACCENT, 1.25).dashed(2, 4));
      Strip.column(code, column, scale, !scene.pairs().isEmpty(), signed)
          .draw(drawing, area, position);
      drawing.text(
          area.x() - 7,
          drawing.measure().baselineIn(area, Style.STRONG),
          Integer.toString(column),
          Style.STRONG,
          lookedAt(column) ? Ink.ACCENT : Ink.SOFT,
          Align.END);
      y += LABEL + tall + AIR;
    }
    Rect axis = new Rect(across.x(), room.y(), across.width(), bottom - room.y());
    Ticks.below(drawing, axis, code.rows().size(), 0, OptionalInt.of(position));
  }

  private boolean lookedAt(int column) {
    return scene.pair().filter(pair -> pair.has(column)).isPresent()
        || scene.selectedColumn().equals(OptionalInt.of(column));
  }

  /** What the strip is, and its number at the looked-at position. */
  private void label(Drawing drawing, Rect line, int column, int position) {
    double base = line.bottom() - 6;
    Type type = lookedAt(column) ? Style.NAME.weight(Type.Weight.SEMIBOLD) : Style.NAME;
    Ink ink = lookedAt(column) ? Ink.TEXT : Ink.SOFT;
    double value =
        CellText.draw(
            drawing,
            line.right(),
            base,
            code,
            code.ref(position, column),
            Style.NAME.weight(Type.Weight.MEDIUM),
            Tint.of(Ink.ACCENT),
            Align.END);
    String says =
        drawing
            .measure()
            .shortened(says(drawing.frame().texts(), column), type, line.width() - value - 12);
    drawing.text(line.x(), base, says, type, ink, Align.START);
    drawing.say(says);
    drawing.hit(
        new Rect(line.x(), line.y() + 2, drawing.measure().width(says, type), line.height() - 4),
        new Target.Area(Region.column(code.id(), column)),
        says);
  }

  private String says(Texts texts, int column) {
    Optional<Pair> pair = scene.pairs().stream().filter(one -> one.has(column)).findFirst();
    if (allAlike()) {
      return texts.get("figure.positions.waves.alike");
    }
    if (pair.isEmpty()) {
      return texts.get("figure.positions.dimension", column);
    }
    String wavelength = Pair.written(pair.get().wavelength());
    if (code.op() instanceof Sinusoid sines) {
      return texts.get(
          sines.isSine(column) ? "figure.positions.waves.sine" : "figure.positions.waves.cosine",
          column,
          wavelength);
    }
    return texts.get("figure.positions.waves.turned", column, pair.get().index(), wavelength);
  }
}
