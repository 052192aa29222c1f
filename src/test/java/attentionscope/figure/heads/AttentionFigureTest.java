package attentionscope.figure.heads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionFigureTest {

  private final Examples examples = new Examples();

  private Figure draw(Trace trace, String id, double width, double height, String language) {
    return new AttentionFigure(trace, Examples.node(trace, id), MatrixLook.PLAIN, Pointing.NONE)
        .draw(examples.frame(width, height, language));
  }

  @Test
  void everyHeadOfEveryAttentionCanBeOpened() {
    Trace trace = examples.translation();
    Figure figure = draw(trace, "decoder.1.cross.head.2.weights", 760, 700, "en");
    Set<Rect> places = new HashSet<>();
    for (AttentionSite site : AttentionSite.of(trace)) {
      for (int head = 0; head < site.heads(); head++) {
        TensorId id = site.head(head).child("weights");
        Rect place = figure.placesOf(Region.all(id)).getLast();
        Hit.Found found = figure.at(place.centerX(), place.centerY()).orElseThrow();
        assertEquals(new Target.Area(Region.all(id)), found.target());
        assertTrue(found.reading().endsWith("head " + head), found.reading());
        places.add(place);
      }
    }
    assertEquals(6 * 4, places.size());
  }

  @ParameterizedTest
  @CsvSource({"760,700,en", "440,520,ko", "440,520,en", "1300,760,ko", "1000,420,en"})
  void nothingIsCutOrOverlaps(double width, double height, String language) {
    Trace trace = examples.translation();
    for (String id :
        List.of(
            "encoder.0.self.head.0.weights",
            "decoder.1.self.head.3.weights",
            "decoder.0.cross.head.1.scores")) {
      Figure figure = draw(trace, id, width, height, language);
      FigureFacts.nothingLeaves(figure, examples.measure());
      FigureFacts.textsDoNotMeet(figure, examples.measure());
    }
  }

  @Test
  void theTitleSaysWhichHeadItIs() {
    Trace trace = examples.translation();
    assertTrue(
        FigureFacts.says(
            draw(trace, "decoder.1.cross.head.2.weights", 760, 700, "en"),
            "Cross-attention, layer 1, head 2"));
    assertTrue(
        FigureFacts.says(
            draw(trace, "encoder.0.self.head.1.scores", 760, 700, "ko"),
            "인코더 셀프 어텐션, 0층, 헤드 1: 어텐션 스코어"));
  }

  @Test
  void aSingleHeadNeedsNoStrip() {
    Trace trace = examples.home();
    Node weights = Examples.node(trace, "encoder.0.self.head.0.weights");
    Figure figure = draw(trace, weights.id().path(), 440, 520, "en");
    // its title, and where it is broken or holds, stand for it; no miniature does
    assertTrue(
        figure.placesOf(Region.all(weights.id())).stream()
            .noneMatch(r -> r.height() == r.width() && r.y() > 400));
  }
}
