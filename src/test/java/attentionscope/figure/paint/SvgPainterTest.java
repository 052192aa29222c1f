package attentionscope.figure.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.Palette;
import attentionscope.figure.heads.AttentionFigure;
import attentionscope.figure.matrix.HeatmapFigure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.steps.StepsFigure;
import attentionscope.figure.steps.StepsTimeline;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgPainterTest {

  private final Examples examples = new Examples();

  private Document svg(Figure figure, Palette palette) throws Exception {
    String svg = new SvgPainter(palette, examples.formulas()).paint(figure);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document) {
    NodeList elements = document.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void everyFigureIsWellFormedXmlInBothThemes() throws Exception {
    Trace trace = examples.translation();
    Node weights = Examples.node(trace, "decoder.0.self.head.0.weights");
    StepsTimeline timeline = StepsTimeline.of(trace, TensorId.of("decoder.0.self.head.0"));
    for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
      svg(
          new AttentionFigure(trace, weights, MatrixLook.PLAIN, Pointing.NONE)
              .draw(examples.frame()),
          palette);
      for (int i = 0; i < timeline.size(); i += 10) {
        svg(
            new StepsFigure(timeline, timeline.at(i), MatrixLook.PLAIN, Pointing.NONE)
                .draw(examples.frame(440, 520, "ko")),
            palette);
      }
    }
  }

  @Test
  void labelsThatLookLikeMarkupStayLabels() throws Exception {
    List<String> labels = List.of("<b>", "a & b", "\"q\"", "'s", "]]>", "\u0001x");
    Axis tokens = Axis.of(Axis.Role.SOURCE_TOKENS, labels);
    Node node = Examples.given("x", tokens.queries(), tokens.keys());
    Figure figure = HeatmapFigure.of(node, MatrixLook.PLAIN, Pointing.NONE).draw(examples.frame());
    List<String> texts = texts(svg(figure, Palette.LIGHT));
    assertTrue(texts.containsAll(List.of("<b>", "a\u2423&\u2423b", "\"q\"", "'s", "]]>")));
    assertTrue(texts.contains("\u00B7x"), "control characters are shown as a dot");
  }

  @Test
  void textIsTextInTheNamedFontsAndFormulasAreOutlines() throws Exception {
    StepsTimeline timeline =
        StepsTimeline.of(examples.home(), TensorId.of("encoder.0.self.head.0"));
    Figure figure =
        new StepsFigure(timeline, timeline.at(2), MatrixLook.PLAIN, Pointing.NONE)
            .draw(examples.frame());
    String svg = new SvgPainter(Palette.LIGHT, examples.formulas()).paint(figure);
    assertTrue(svg.contains("Pretendard"));
    assertTrue(svg.contains("aria-label=\"q_{0} \\cdot k_{0}"));
    assertTrue(texts(svg(figure, Palette.LIGHT)).contains("home"));
    assertFalse(svg.contains("NaN\""));
  }

  @Test
  void itSaysInWordsWhatItShows() throws Exception {
    Node weights = Examples.node(examples.home(), "encoder.0.self.head.0.weights");
    Figure figure =
        HeatmapFigure.of(weights, MatrixLook.PLAIN, Pointing.NONE).draw(examples.frame());
    Document document = svg(figure, Palette.LIGHT);
    assertEquals(
        figure.reading().getFirst(),
        document.getElementsByTagName("title").item(0).getTextContent());
    String reading = TextReading.of(figure);
    assertTrue(reading.contains("query “I”: key “home” 0.665, key “go” 0.245"), reading);
  }

  @Test
  void aPngHoldsOnePixelACell() throws Exception {
    int[] argb = {0xff102030, 0x80ffffff, 0, 0xffffffff, 0xff000000, 0xff00ff00};
    byte[] png = Png.encode(argb, 3, 2);
    java.awt.image.BufferedImage image =
        javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png));
    assertEquals(3, image.getWidth());
    assertEquals(2, image.getHeight());
    for (int i = 0; i < argb.length; i++) {
      assertEquals(argb[i], image.getRGB(i % 3, i / 3));
    }
  }
}
