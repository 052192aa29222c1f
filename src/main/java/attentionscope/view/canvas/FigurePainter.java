package attentionscope.view.canvas;

import attentionscope.figure.Figure;
import attentionscope.figure.Mark;
import attentionscope.figure.Palette;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.paint.Formulas;
import java.nio.IntBuffer;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Paints marks on a canvas. */
final class FigurePainter {

  private final GraphicsContext graphics;
  private final Palette palette;
  private final Formulas formulas;

  FigurePainter(GraphicsContext graphics, Palette palette, Formulas formulas) {
    this.graphics = graphics;
    this.palette = palette;
    this.formulas = formulas;
    graphics.setTextBaseline(VPos.BASELINE);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setFillRule(FillRule.NON_ZERO);
    // One pixel a cell, stretched: a smoothed heatmap would show values that nobody computed.
    graphics.setImageSmoothing(false);
  }

  void paint(Figure figure) {
    figure.marks().forEach(this::paint);
  }

  private void paint(Mark mark) {
    switch (mark) {
      case Mark.Box box -> box(box);
      case Mark.Line line -> {
        stroke(line.stroke());
        graphics.strokeLine(line.x1(), line.y1(), line.x2(), line.y2());
      }
      case Mark.Path path -> path(path);
      case Mark.Text text -> text(text);
      case Mark.Formula formula -> path(formulas.path(formula));
      case Mark.Raster raster -> raster(raster);
      case Mark.Hatch hatch -> hatch.lines().forEach(this::paint);
    }
  }

  private void box(Mark.Box box) {
    Rect rect = box.rect();
    double arc = 2 * box.radius();
    box.fill()
        .ifPresent(
            tint -> {
              fill(tint);
              graphics.fillRoundRect(rect.x(), rect.y(), rect.width(), rect.height(), arc, arc);
            });
    box.stroke()
        .ifPresent(
            stroke -> {
              stroke(stroke);
              graphics.strokeRoundRect(rect.x(), rect.y(), rect.width(), rect.height(), arc, arc);
            });
  }

  private void path(Mark.Path path) {
    trace(path.pieces());
    path.fill()
        .ifPresent(
            tint -> {
              fill(tint);
              graphics.fill();
            });
    path.stroke()
        .ifPresent(
            stroke -> {
              stroke(stroke);
              graphics.stroke();
            });
  }

  private void trace(List<Mark.Piece> pieces) {
    graphics.beginPath();
    for (Mark.Piece piece : pieces) {
      switch (piece) {
        case Mark.Piece.Move move -> graphics.moveTo(move.x(), move.y());
        case Mark.Piece.Straight line -> graphics.lineTo(line.x(), line.y());
        case Mark.Piece.Curve curve ->
            graphics.bezierCurveTo(
                curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.x(), curve.y());
        case Mark.Piece.Close close -> graphics.closePath();
      }
    }
  }

  private void text(Mark.Text text) {
    graphics.setFont(font(text.type()));
    graphics.setTextAlign(
        switch (text.align()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    fill(text.tint());
    if (text.angle() == 0) {
      graphics.fillText(text.text(), text.x(), text.y());
      return;
    }
    graphics.save();
    graphics.translate(text.x(), text.y());
    graphics.rotate(text.angle());
    graphics.fillText(text.text(), 0, 0);
    graphics.restore();
  }

  private void raster(Mark.Raster raster) {
    if (raster.at().numRows == 0 || raster.at().numCols == 0) {
      return;
    }
    PixelBuffer<IntBuffer> pixels =
        new PixelBuffer<>(
            raster.at().numCols,
            raster.at().numRows,
            IntBuffer.wrap(raster.argb(palette)),
            PixelFormat.getIntArgbPreInstance());
    Rect rect = raster.rect();
    graphics.drawImage(new WritableImage(pixels), rect.x(), rect.y(), rect.width(), rect.height());
  }

  private void fill(Tint tint) {
    graphics.setFill(color(tint));
  }

  private void stroke(Stroke stroke) {
    graphics.setStroke(color(stroke.tint()));
    graphics.setLineWidth(stroke.width());
    graphics.setLineDashes(stroke.dashes().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Color color(Tint tint) {
    int argb = palette.argb(tint);
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }

  /** The face of this weight. JavaFX finds medium and semibold only by a family of their own. */
  static Font font(Type type) {
    boolean words = type.face() == Type.Face.UI;
    String family = type.face().family();
    return switch (type.weight()) {
      case REGULAR -> Font.font(family, type.size());
      case MEDIUM -> Font.font(words ? family + " Medium" : family, type.size());
      case SEMIBOLD ->
          words
              ? Font.font(family + " SemiBold", type.size())
              : Font.font(family, FontWeight.BOLD, type.size());
      case BOLD -> Font.font(family, FontWeight.BOLD, type.size());
    };
  }
}
