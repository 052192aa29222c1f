package attentionscope.figure.paint;

import attentionscope.figure.Mark.Piece;
import attentionscope.files.UsesAwt;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the outlines of what is drawn and paints nothing. Colours are left out and pictures are
 * refused: formulas have neither.
 */
@UsesAwt("receives what JLaTeXMath draws")
final class OutlineGraphics extends Graphics2D {

  private final List<Piece> pieces;
  private AffineTransform transform;
  private Font font = new Font(Font.SERIF, Font.PLAIN, 1);
  private Stroke stroke = new BasicStroke(1);
  private Color color = Color.BLACK;
  private RenderingHints hints = new RenderingHints(Map.of());

  OutlineGraphics() {
    this(new ArrayList<>(), new AffineTransform());
  }

  private OutlineGraphics(List<Piece> pieces, AffineTransform transform) {
    this.pieces = pieces;
    this.transform = transform;
  }

  /** This, after it was scaled. */
  OutlineGraphics scaled(double by) {
    scale(by, by);
    return this;
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  @Override
  public void fill(Shape shape) {
    PathIterator path = shape.getPathIterator(transform);
    double[] c = new double[6];
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          pieces.add(new Piece.Move(c[0], c[1]));
          x = c[0];
          y = c[1];
        }
        case PathIterator.SEG_LINETO -> {
          pieces.add(new Piece.Straight(c[0], c[1]));
          x = c[0];
          y = c[1];
        }
        case PathIterator.SEG_QUADTO -> {
          // the same curve as a cubic one
          pieces.add(
              new Piece.Curve(
                  x + 2.0 / 3 * (c[0] - x),
                  y + 2.0 / 3 * (c[1] - y),
                  c[2] + 2.0 / 3 * (c[0] - c[2]),
                  c[3] + 2.0 / 3 * (c[1] - c[3]),
                  c[2],
                  c[3]));
          x = c[2];
          y = c[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          pieces.add(new Piece.Curve(c[0], c[1], c[2], c[3], c[4], c[5]));
          x = c[4];
          y = c[5];
        }
        default -> pieces.add(new Piece.Close());
      }
    }
  }

  @Override
  public void draw(Shape shape) {
    fill(stroke.createStrokedShape(shape));
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public void drawString(String text, float x, float y) {
    drawGlyphVector(font.createGlyphVector(getFontRenderContext(), text), x, y);
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    StringBuilder plain = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return new FontRenderContext(null, true, true);
  }

  @Override
  public Graphics create() {
    OutlineGraphics other = new OutlineGraphics(pieces, new AffineTransform(transform));
    other.font = font;
    other.stroke = stroke;
    other.color = color;
    return other;
  }

  @Override
  public void dispose() {}

  // shapes

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {}

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int angle) {
    draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int angle) {
    fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int count) {
    for (int i = 1; i < count; i++) {
      drawLine(x[i - 1], y[i - 1], x[i], y[i]);
    }
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int count) {
    draw(new Polygon(x, y, count));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int count) {
    fill(new Polygon(x, y, count));
  }

  // where and how

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  @Override
  public void transform(AffineTransform other) {
    transform.concatenate(other);
  }

  @Override
  public void setTransform(AffineTransform other) {
    transform = new AffineTransform(other);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setFont(Font other) {
    font = other;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  @SuppressWarnings("deprecation") // the only way without a toolkit
  public FontMetrics getFontMetrics(Font other) {
    return java.awt.Toolkit.getDefaultToolkit().getFontMetrics(other);
  }

  @Override
  public void setStroke(Stroke other) {
    stroke = other;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setColor(Color other) {
    color = other;
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setPaint(Paint other) {}

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setBackground(Color other) {}

  @Override
  public Color getBackground() {
    return Color.WHITE;
  }

  @Override
  public void setComposite(Composite other) {}

  @Override
  public Composite getComposite() {
    return java.awt.AlphaComposite.SrcOver;
  }

  @Override
  public void setPaintMode() {}

  @Override
  public void setXORMode(Color other) {}

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    hints.put(key, value);
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> other) {
    hints = new RenderingHints(Map.of());
    addRenderingHints(other);
  }

  @Override
  public void addRenderingHints(Map<?, ?> other) {
    hints.putAll(other);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return hints;
  }

  // clips are not used by formulas

  @Override
  public void clip(Shape shape) {}

  @Override
  public @Nullable Rectangle getClipBounds() {
    return null;
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {}

  @Override
  public void setClip(int x, int y, int width, int height) {}

  @Override
  public @Nullable Shape getClip() {
    return null;
  }

  @Override
  public void setClip(Shape shape) {}

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {}

  @Override
  public boolean hit(Rectangle rect, Shape shape, boolean onStroke) {
    return false;
  }

  @Override
  public @Nullable GraphicsConfiguration getDeviceConfiguration() {
    return null;
  }

  // pictures

  @Override
  public boolean drawImage(Image image, AffineTransform where, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
    throw noPictures();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform where) {
    throw noPictures();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform where) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, int w, int h, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color back, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int w, int h, Color back, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color back,
      ImageObserver observer) {
    throw noPictures();
  }

  private static UnsupportedOperationException noPictures() {
    return new UnsupportedOperationException("a formula holds no pictures");
  }
}
