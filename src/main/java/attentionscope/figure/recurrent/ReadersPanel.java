package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Wrap;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.TensorId;
import attentionscope.workspace.recurrent.ReaderStudy;
import attentionscope.workspace.recurrent.ReaderStudy.Alignment;
import attentionscope.workspace.recurrent.ReaderStudy.Reader;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * The same text through other models of the same task, beside each other: what each answers and
 * where it looked for every word. A press on one opens it with this text.
 */
@BuildsKeys("figure.recurrent.way.")
record ReadersPanel(Drawing drawing, RecurrentScene scene) {

  /** What pressing a model asks for is followed by its name. */
  static final String OPEN = "recurrent.open.";

  private static final double BETWEEN = 10;
  private static final double WIDEST = 330;
  private static final double NARROWEST = 100;
  private static final double AIR = 8;

  /** So tall is a card without an alignment. */
  private static final double WITHOUT = 104;

  private static final double LINE = 16;

  /** From that width of a column on letters stand over it. */
  private static final double LETTER = 7;

  private static final double LABELS = 15;

  void draw(Rect room) {
    Optional<ReaderStudy> known = scene.findings().readers();
    if (known.isEmpty()) {
      Told.draw(drawing, room, "figure.recurrent.measuring");
      return;
    }
    ReaderStudy study = known.get();
    int count = study.readers().size() + study.waiting().size();
    if (count == 0) {
      Told.draw(drawing, room, "figure.recurrent.readers.none");
      return;
    }
    int fit = Math.max(1, (int) ((room.width() + BETWEEN) / (NARROWEST + BETWEEN)));
    int across = Math.min(count, fit);
    int down = (count + across - 1) / across;
    double width = Math.min(WIDEST, (room.width() - (across - 1) * BETWEEN) / across);
    boolean looks = study.readers().stream().anyMatch(one -> one.alignment().isPresent());
    double most = looks || !study.done() ? room.height() : WITHOUT;
    double height = Math.min(most, (room.height() - (down - 1) * BETWEEN) / down);
    for (int i = 0; i < count; i++) {
      int column = i % across;
      int row = i / across;
      Rect card =
          new Rect(
              room.x() + column * (width + BETWEEN),
              room.y() + row * (height + BETWEEN),
              width,
              height);
      drawing.panel(card, 6, Ink.SURFACE, Ink.LINE);
      if (i < study.readers().size()) {
        card(study, study.readers().get(i), card);
      } else {
        Told.draw(drawing, card.inset(AIR), "figure.recurrent.measuring");
      }
    }
  }

  private void card(ReaderStudy study, Reader reader, Rect card) {
    boolean own = reader.model().equals(scene.model());
    if (own) {
      drawing.outline(card, 6, Stroke.of(Ink.ACCENT, 2));
    }
    Rect room = card.inset(AIR);
    String way = drawing.frame().text("figure.recurrent.way." + reader.way().key());
    String name =
        reader.reversed() ? way + " · " + drawing.frame().text("figure.recurrent.reversed") : way;
    drawing.text(
        room.x(),
        room.y() + 11,
        drawing.measure().shortened(name, Style.STRONG, room.width()),
        Style.STRONG,
        Ink.TEXT,
        Align.START);
    answer(study, reader, room);
    String accuracy =
        drawing
            .frame()
            .text(
                "figure.recurrent.readers.accuracy",
                LengthPanel.percent(reader.accuracy(), 1),
                reader.accuracy().samples());
    drawing.text(
        room.x(),
        room.y() + 11 + 2 * LINE,
        drawing.measure().shortened(accuracy, Style.SMALL, room.width()),
        Style.SMALL,
        Ink.SOFT,
        Align.START);
    double top = room.y() + 2 * LINE + 20;
    Rect rest = new Rect(room.x(), top, room.width(), Math.max(0, room.bottom() - top));
    if (reader.alignment().isPresent()) {
      alignment(study, reader, reader.alignment().get(), rest);
    } else {
      vectorOnly(rest);
    }
    String says =
        drawing
            .frame()
            .text(
                own ? "figure.recurrent.readers.own" : "figure.recurrent.readers.open",
                reader.model(),
                name,
                DecoderWords.joined(reader.said(), reader.said().size()));
    drawing.say(says + " " + accuracy);
    if (!own) {
      drawing.hit(card, new Target.Control(OPEN + reader.model()), says);
    }
  }

  /** What it says, each word right or wrong. */
  private void answer(ReaderStudy study, Reader reader, Rect room) {
    List<String> said = reader.said();
    boolean asked = !study.expected().isEmpty();
    boolean right = said.equals(study.expected());
    double x = room.x();
    double base = room.y() + 11 + LINE;
    if (asked) {
      Ink ink = right ? Ink.GOOD : Ink.BAD;
      drawing.text(x, base, right ? "✓" : "✗", Style.STRONG, ink, Align.START);
      x += 16;
    }
    boolean letters = DecoderWords.joined(said, said.size()).indexOf(' ') < 0;
    for (int i = 0; i < said.size(); i++) {
      boolean good =
          !asked || (i < study.expected().size() && study.expected().get(i).equals(said.get(i)));
      String word = letters ? said.get(i) : said.get(i) + " ";
      double width = drawing.measure().width(word, Style.WORD);
      if (x + width > room.right()) {
        drawing.text(x, base, "…", Style.WORD, Ink.SOFT, Align.START);
        return;
      }
      drawing.text(x, base, word, Style.WORD, good ? Ink.TEXT : Ink.BAD, Align.START);
      if (!good) {
        drawing.line(x, base + 3, x + width - 1, base + 3, Stroke.of(Ink.BAD, 1.25));
      }
      x += letters ? width : drawing.measure().width(word + " ", Style.WORD) - 1;
    }
  }

  /** What is read above, what is said at the left. */
  private void words(List<String> read, List<String> said, Rect grid) {
    double pitch = grid.width() / read.size();
    for (int column = 0; column < read.size(); column++) {
      Rect place = new Rect(grid.x() + column * pitch, grid.y() - LABELS, pitch, LABELS);
      Words.draw(drawing, place, read.get(column), Style.AXIS, Ink.SOFT);
    }
    double high = grid.height() / said.size();
    for (int row = 0; row < said.size() && high >= 9; row++) {
      Rect place = new Rect(grid.x() - LABELS, grid.y() + row * high, LABELS, high);
      Words.draw(drawing, place, said.get(row), Style.AXIS, Ink.SOFT);
    }
  }

  private void vectorOnly(Rect room) {
    String says = drawing.frame().text("figure.recurrent.readers.vector");
    double y = room.y() + 14;
    for (String line : Wrap.lines(says, Style.SMALL, room.width(), drawing.measure())) {
      if (y > room.bottom()) {
        return;
      }
      drawing.text(room.x(), y, line, Style.SMALL, Ink.SOFT, Align.START);
      y += 15;
    }
  }

  private void alignment(ReaderStudy study, Reader reader, Alignment alignment, Rect room) {
    if (room.height() < 28) {
      return;
    }
    TensorId id = alignment.id();
    String name = drawing.measure().shortened(id.path(), Style.AXIS, room.width());
    drawing.text(room.x(), room.bottom() - 2, name, Style.AXIS, Ink.FAINT, Align.START);
    FMatrixRMaj weights = alignment.weights();
    boolean wide = room.width() / weights.numCols >= LETTER && room.height() >= 60;
    double left = wide ? LABELS : 0;
    double above = wide ? LABELS : 0;
    double height = room.height() - 16 - above;
    double largest = 0;
    for (float weight : weights.data) {
      largest = Math.max(largest, weight);
    }
    ColorScale scale =
        new ColorScale(scene.look().weights(), largest > 0 ? largest : 1, scene.look().curve());
    FMatrixRMaj at = new FMatrixRMaj(weights.numRows, weights.numCols);
    for (int row = 0; row < at.numRows; row++) {
      for (int column = 0; column < at.numCols; column++) {
        at.set(row, column, scale.at(weights.get(row, column)));
      }
    }
    double pitch = Math.min(20, (room.width() - left) / weights.numCols);
    double high = Math.min(height, weights.numRows * Math.max(pitch, 20));
    Rect grid = new Rect(room.x() + left, room.y() + above, pitch * weights.numCols, high);
    if (wide) {
      words(study.source(), reader.said(), grid);
    }
    drawing.fill(grid, 0, Tint.of(Ink.BACKGROUND));
    drawing.add(new Mark.Raster(grid, scale.ramp(), at));
    drawing.outline(grid, 0, Stroke.of(Ink.LINE, 1));
  }
}
