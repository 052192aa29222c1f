package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.Numbers;
import attentionscope.model.generation.Stage;
import attentionscope.trace.CellRef;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The probabilities of the likeliest tokens, a line a token and a column a stage of the choice. */
record StageTable(Drawing drawing, Outlook outlook, Writing writing, Pointing pointing) {

  static final double HEADER = 38;
  private static final double LINE = 22;
  private static final double LEAST_LINE = 18;
  private static final int MOST_LINES = 24;
  private static final int WANTED_LINES = 9;
  private static final double GAP = 16;
  private static final double WIDEST_COLUMN = 420;
  private static final double WIDEST_LABEL = 130;
  private static final double NUMBER = 48;
  private static final double WORTH_SAYING = 5e-4;
  private static final double BAR = 0.64;
  private static final Type LABEL = Type.ui(13);
  private static final Type SHARE = Type.ui(11.5);

  /** A stage and where it stands. */
  private record Column(Stage stage, Rect place) {}

  /** Draws as many lines as there is room for, and answers how tall they are together. */
  double draw(Rect room) {
    int lines = lines(room.height());
    List<Integer> tokens = tokens(lines - 1);
    double pitch = Math.clamp((room.height() - HEADER) / lines, LEAST_LINE, LINE + 4);
    double label = label(tokens);
    List<Column> columns = columns(room, label);
    double scale = largest(tokens);
    StageTitles titles = new StageTitles(drawing, outlook, writing);
    columns.forEach(column -> titles.draw(column.stage(), column.place()));
    for (int i = 0; i < tokens.size(); i++) {
      Rect line =
          new Rect(
              room.x(),
              room.y() + HEADER + i * pitch,
              columns.getLast().place().right() - room.x(),
              pitch);
      line(line, label, columns, tokens.get(i), scale);
    }
    double base = room.y() + HEADER + tokens.size() * pitch;
    others(new Rect(room.x(), base, label, pitch), columns, tokens);
    return HEADER + (tokens.size() + 1) * pitch;
  }

  /** How many lines there is room for: tokens, and one for all others. */
  private int lines(double height) {
    int airy = (int) Math.floor((height - HEADER) / LINE);
    int tight = (int) Math.floor((height - HEADER) / LEAST_LINE);
    int fit = Math.max(airy, Math.min(tight, WANTED_LINES));
    return Math.clamp(fit, 2, Math.min(MOST_LINES, outlook.next().first().size() + 1));
  }

  /** The likeliest tokens, and the chosen one, however unlikely it was. */
  private List<Integer> tokens(int most) {
    List<Integer> tokens = new ArrayList<>(outlook.next().likeliest(most));
    int chosen = outlook.next().token();
    if (outlook.ended().isEmpty() && !tokens.contains(chosen)) {
      tokens.set(tokens.size() - 1, chosen);
    }
    return tokens;
  }

  private double label(List<Integer> tokens) {
    double widest =
        tokens.stream()
            .mapToDouble(token -> drawing.measure().width(name(token), LABEL))
            .max()
            .orElse(0);
    double rest = drawing.measure().width(others(tokens), SHARE);
    return Math.clamp(Math.max(widest, rest) + 14, 56, WIDEST_LABEL);
  }

  private String name(int token) {
    return TokenNames.shown(outlook.label(token));
  }

  private List<Column> columns(Rect room, double label) {
    List<Stage> stages = stages(outlook);
    double free = room.width() - label - (stages.size() - 1) * GAP;
    double width = Math.min(WIDEST_COLUMN, free / stages.size());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      double x = room.x() + label + i * (width + GAP);
      columns.add(new Column(stages.get(i), new Rect(x, room.y(), width, room.height())));
    }
    return columns;
  }

  /**
   * The stages that are shown: that something may not be written is not, where the model would
   * hardly have written it. A beam search adds up the model's own probabilities.
   */
  static List<Stage> stages(Outlook outlook) {
    Stage first = outlook.next().first();
    if (outlook.search().isPresent()) {
      return List.of(first);
    }
    return outlook.next().stages().stream()
        .filter(
            stage -> stage.kind() != Stage.Kind.ALLOWED || leftOut(first, stage) >= WORTH_SAYING)
        .toList();
  }

  private static double leftOut(Stage first, Stage stage) {
    return IntStream.range(0, stage.size())
        .filter(stage::isLeftOut)
        .mapToDouble(first::share)
        .sum();
  }

  private double largest(List<Integer> tokens) {
    double largest = 0;
    for (Stage stage : stages(outlook)) {
      for (int token : tokens) {
        largest = Math.max(largest, stage.share(token));
      }
    }
    return largest > 0 ? largest : 1;
  }

  private void line(Rect line, double label, List<Column> columns, int token, double scale) {
    boolean chosen = outlook.ended().isEmpty() && token == outlook.next().token();
    CellRef cell = new CellRef(Outlook.PROBABILITIES, outlook.row(), token);
    if (pointing.selected().filter(cell::equals).isPresent()) {
      drawing.fill(line.inset(1), 4, Tint.of(Ink.ACCENT_SOFT));
    }
    Type type = chosen ? LABEL.weight(Type.Weight.SEMIBOLD) : LABEL;
    String name = drawing.measure().shortened(name(token), type, label - 12);
    drawing.text(
        line.x() + label - 10,
        drawing.measure().baselineIn(line, type),
        name,
        type,
        chosen ? Ink.ACCENT : Ink.TEXT,
        Align.END);
    for (Column column : columns) {
      Rect place = new Rect(column.place().x(), line.y(), column.place().width(), line.height());
      bar(place, column.stage(), token, chosen, scale);
    }
    String share = Numbers.cell(outlook.next().first().share(token));
    String read = drawing.frame().text("figure.generate.token", name(token), token, share);
    drawing.hit(line, new Target.Cell(cell), read);
  }

  private void bar(Rect place, Stage stage, int token, boolean chosen, double scale) {
    double base = drawing.measure().baselineIn(place, SHARE);
    if (stage.isLeftOut(token)) {
      drawing.line(place.x(), place.y() + 3, place.x(), place.bottom() - 3, Stroke.of(Ink.LINE, 1));
      String cut = drawing.frame().text("figure.generate.cut");
      drawing.text(place.x() + 7, base, cut, SHARE, Ink.FAINT, Align.START);
      return;
    }
    double share = stage.share(token);
    double width = Math.max(1.5, share / scale * (place.width() - NUMBER));
    double high = place.height() * BAR;
    Rect bar = new Rect(place.x(), place.centerY() - high / 2, width, high);
    Tint tint = chosen ? Tint.of(Ink.ACCENT) : Tint.of(Ink.ACCENT).faded(0.42);
    drawing.fill(bar, Math.min(3, width / 2), tint);
    drawing.text(
        bar.right() + 6,
        base,
        Numbers.cell(share),
        SHARE,
        chosen ? Ink.TEXT : Ink.SOFT,
        Align.START);
  }

  private String others(List<Integer> tokens) {
    int count = outlook.next().first().size() - tokens.size();
    return drawing.frame().text("figure.generate.others", Numbers.grouped(count));
  }

  /** How much all tokens have that are not shown. */
  private void others(Rect label, List<Column> columns, List<Integer> tokens) {
    int count = outlook.next().first().size() - tokens.size();
    if (count == 0) {
      return;
    }
    String name = others(tokens);
    double base = drawing.measure().baselineIn(label, SHARE);
    String shown = drawing.measure().shortened(name, SHARE, label.width() - 10);
    drawing.text(label.right() - 10, base, shown, SHARE, Ink.SOFT, Align.END);
    for (Column column : columns) {
      double rest = 1 - tokens.stream().mapToDouble(column.stage()::share).sum();
      String share = rest < 1e-9 ? "0" : Numbers.cell(rest);
      drawing.text(column.place().x(), base, share, SHARE, Ink.SOFT, Align.START);
    }
  }
}
