package attentionscope.figure.paint;

import attentionscope.figure.Figure;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Palette;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a figure as SVG 1.1: text as text in the fonts' names, formulas as outlines, rasters as
 * embedded PNG of one pixel a cell. What the figure says in words is its title and description.
 */
public final class SvgPainter {

  private final Palette palette;
  private final Formulas formulas;

  public SvgPainter(Palette palette, Formulas formulas) {
    this.palette = palette;
    this.formulas = formulas;
  }

  /** The whole document. */
  public String paint(Figure figure) {
    StringBuilder svg = new StringBuilder(1 << 14);
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" ")
        .append(
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%s\" height=\"%s\" "
                .formatted(number(figure.width()), number(figure.height())))
        .append(
            "viewBox=\"0 0 %s %s\" role=\"img\">\n"
                .formatted(number(figure.width()), number(figure.height())));
    if (!figure.reading().isEmpty()) {
      svg.append("<title>").append(Xml.escaped(figure.reading().getFirst())).append("</title>\n");
      svg.append("<desc>")
          .append(Xml.escaped(String.join("\n", figure.reading())))
          .append("</desc>\n");
    }
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"")
        .append(hex(palette.argb(Ink.BACKGROUND)))
        .append("\"/>\n");
    figure.marks().forEach(mark -> paint(mark, svg));
    return svg.append("</svg>\n").toString();
  }

  private void paint(Mark mark, StringBuilder svg) {
    switch (mark) {
      case Mark.Box box ->
          svg.append(
              "<rect%s rx=\"%s\"%s%s/>\n"
                  .formatted(
                      place(box.rect()),
                      number(box.radius()),
                      fill(box.fill()),
                      stroke(box.stroke())));
      case Mark.Line line ->
          svg.append(
              "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s/>\n"
                  .formatted(
                      number(line.x1()),
                      number(line.y1()),
                      number(line.x2()),
                      number(line.y2()),
                      stroke(Optional.of(line.stroke()))));
      case Mark.Path path -> paint(path, svg);
      case Mark.Text text -> paint(text, svg);
      case Mark.Formula formula -> {
        svg.append("<g aria-label=\"").append(Xml.escaped(formula.latex())).append("\">");
        paint(formulas.path(formula), svg);
        svg.append("</g>\n");
      }
      case Mark.Raster raster -> paint(raster, svg);
      case Mark.Hatch hatch -> {
        String pieces =
            hatch.lines().stream()
                .map(
                    line ->
                        "M%s %sL%s %s"
                            .formatted(
                                number(line.x1()),
                                number(line.y1()),
                                number(line.x2()),
                                number(line.y2())))
                .collect(Collectors.joining());
        svg.append(
            "<path d=\"%s\" fill=\"none\"%s/>\n"
                .formatted(pieces, stroke(Optional.of(hatch.stroke()))));
      }
    }
  }

  private void paint(Mark.Path path, StringBuilder svg) {
    StringBuilder pieces = new StringBuilder();
    for (Mark.Piece piece : path.pieces()) {
      switch (piece) {
        case Mark.Piece.Move to ->
            pieces.append('M').append(number(to.x())).append(' ').append(number(to.y()));
        case Mark.Piece.Straight to ->
            pieces.append('L').append(number(to.x())).append(' ').append(number(to.y()));
        case Mark.Piece.Curve to ->
            pieces.append(
                "C%s %s %s %s %s %s"
                    .formatted(
                        number(to.x1()),
                        number(to.y1()),
                        number(to.x2()),
                        number(to.y2()),
                        number(to.x()),
                        number(to.y())));
        case Mark.Piece.Close close -> pieces.append('Z');
      }
    }
    svg.append(
        "<path d=\"%s\"%s%s/>\n".formatted(pieces, fill(path.fill()), stroke(path.stroke())));
  }

  private void paint(Mark.Text text, StringBuilder svg) {
    String anchor =
        switch (text.align()) {
          case START -> "start";
          case MIDDLE -> "middle";
          case END -> "end";
        };
    String families =
        text.type().face() == Type.Face.MONO
            ? "'Noto Sans Mono', Pretendard, monospace"
            : "Pretendard, 'Noto Sans Mono', sans-serif";
    svg.append(
        "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" font-weight=\"%d\""
            .formatted(
                number(text.x()),
                number(text.y()),
                families,
                number(text.type().size()),
                text.type().weight().number()));
    svg.append(" text-anchor=\"").append(anchor).append('"').append(fill(Optional.of(text.tint())));
    if (text.angle() != 0) {
      svg.append(
          " transform=\"rotate(%s %s %s)\""
              .formatted(number(text.angle()), number(text.x()), number(text.y())));
    }
    svg.append(" xml:space=\"preserve\">").append(Xml.escaped(text.text())).append("</text>\n");
  }

  private void paint(Mark.Raster raster, StringBuilder svg) {
    byte[] png = Png.encode(raster.argb(palette), raster.at().numCols, raster.at().numRows);
    svg.append(
        "<image%s preserveAspectRatio=\"none\" image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\""
            .formatted(place(raster.rect())));
    svg.append(" xlink:href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(png))
        .append("\"/>\n");
  }

  private String fill(Optional<Tint> tint) {
    return tint.map(there -> colour("fill", there)).orElse(" fill=\"none\"");
  }

  private String stroke(Optional<Stroke> stroke) {
    if (stroke.isEmpty()) {
      return "";
    }
    Stroke there = stroke.get();
    String dashes =
        there.dashes().isEmpty()
            ? ""
            : " stroke-dasharray=\"%s\""
                .formatted(
                    there.dashes().stream()
                        .map(SvgPainter::number)
                        .collect(Collectors.joining(" ")));
    return colour("stroke", there.tint())
        + " stroke-width=\""
        + number(there.width())
        + "\""
        + " stroke-linecap=\"round\" stroke-linejoin=\"round\""
        + dashes;
  }

  private String colour(String attribute, Tint tint) {
    int argb = palette.argb(tint);
    int alpha = argb >>> 24;
    String colour = " " + attribute + "=\"" + hex(argb) + "\"";
    return alpha == 255
        ? colour
        : colour + " " + attribute + "-opacity=\"" + number(alpha / 255.0) + "\"";
  }

  private static String place(Rect rect) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(rect.x()), number(rect.y()), number(rect.width()), number(rect.height()));
  }

  private static String hex(int argb) {
    return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
  }

  /** At most three decimals, no zeros at the end. */
  private static String number(double value) {
    long thousandths = Math.round(value * 1000);
    if (thousandths % 1000 == 0) {
      return Long.toString(thousandths / 1000);
    }
    return Double.toString(thousandths / 1000.0);
  }
}
