package attentionscope.figure.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Numbers;
import attentionscope.model.generation.Stage;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GenerateFigureTest {

  private static final Writing CHANCE =
      Writing.PLAIN
          .withWay(Writing.Way.SAMPLE)
          .withTemperature(0.8)
          .withTopK(8)
          .withTopP(0.9)
          .withSeed(7)
          .with(13)
          .with(20);

  private final Examples examples = new Examples();
  private final Runner runner = new Runner(new ModelLibrary(ProgramFolder.find()));

  /** A run, and what comes next in it. */
  private record Seen(Trace trace, Outlook outlook, Writing writing) {
    Figure draw(Frame frame) {
      return new GenerateFigure(outlook, writing, MatrixLook.PLAIN, Pointing.NONE).draw(frame);
    }
  }

  private Seen seen(Writing writing) throws Problem {
    Workspace workspace =
        Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am a")).withWriting(writing);
    Trace trace = runner.run(workspace);
    return new Seen(trace, runner.outlook(workspace, trace).orElseThrow(), writing);
  }

  @Test
  void theFirstColumnIsTheRunsLastRowOfProbabilities() throws Problem {
    Seen seen = seen(CHANCE);
    Stage first = seen.outlook().next().first();
    for (int token = 0; token < first.size(); token++) {
      float shown = Examples.node(seen.trace(), "probabilities").at(seen.outlook().row(), token);
      assertEquals(shown, first.share(token), 1e-6);
    }
    assertEquals(5, seen.outlook().row(), "<start> I am a, and two that were written");
    assertEquals(4, seen.outlook().prompt());
  }

  @Test
  void everyStageOfTheChosenTokenIsWritten() throws Problem {
    Seen seen = seen(CHANCE);
    Figure figure = seen.draw(examples.frame(900, 640, "en"));
    int token = seen.outlook().next().token();
    for (Stage stage : seen.outlook().next().stages()) {
      assertTrue(FigureFacts.says(figure, Numbers.cell(stage.share(token))), stage.kind().name());
    }
    for (String title : List.of("softmax(logits)", "÷ temperature", "top-k", "top-p")) {
      assertTrue(FigureFacts.says(figure, title), title);
    }
    long cut = 0;
    for (int one = 0; one < seen.outlook().next().first().size(); one++) {
      CellRef cell = new CellRef(Outlook.PROBABILITIES, seen.outlook().row(), one);
      int left = one;
      cut +=
          figure.placesOf(cell).size()
              * seen.outlook().next().stages().stream()
                  .filter(stage -> stage.isLeftOut(left))
                  .count();
    }
    assertTrue(cut > 10, "hardly anything was cut");
    assertEquals(
        cut, FigureFacts.texts(figure).stream().filter(one -> one.text().equals("cut")).count());
    double drawn = seen.outlook().next().drawn().orElseThrow();
    assertTrue(
        FigureFacts.texts(figure).stream()
            .anyMatch(text -> text.text().contains("u = " + Numbers.fixed(drawn, 4))));
  }

  @Test
  void greedilyThereIsNoChance() throws Problem {
    Seen seen = seen(Writing.PLAIN);
    Figure figure = seen.draw(examples.frame(900, 640, "en"));
    assertFalse(FigureFacts.says(figure, "÷ temperature"));
    Stage last = seen.outlook().next().last();
    for (int token = 0; token < last.size(); token++) {
      assertTrue(last.share(token) <= last.share(seen.outlook().next().token()));
    }
  }

  @Test
  void aLineIsACellOfTheProbabilities() throws Problem {
    Seen seen = seen(CHANCE);
    Figure figure = seen.draw(examples.frame(900, 640, "en"));
    int token = seen.outlook().next().token();
    CellRef cell = new CellRef(Outlook.PROBABILITIES, seen.outlook().row(), token);
    assertEquals(1, figure.placesOf(cell).size());
  }

  @Test
  void everyHeadOfTheDecoderIsThere() throws Problem {
    Figure figure = seen(CHANCE).draw(examples.frame(900, 640, "en"));
    for (String site :
        List.of("decoder.0.self", "decoder.1.self", "decoder.0.cross", "decoder.1.cross")) {
      for (int head = 0; head < 4; head++) {
        Region weights = Region.all(TensorId.of(site + ".head." + head + ".weights"));
        assertTrue(
            figure.hits().stream()
                .filter(Hit.Area.class::isInstance)
                .anyMatch(hit -> ((Hit.Area) hit).target().equals(new Target.Area(weights))),
            site + " " + head);
      }
    }
  }

  @Test
  void theWatchedHeadsNewestRowIsShown() throws Problem {
    TensorId head = TensorId.of("decoder.1.self.head.2");
    Seen seen = seen(CHANCE.withWatched(Optional.of(head)));
    Figure figure = seen.draw(examples.frame(900, 640, "en"));
    TensorId weights = head.child("weights");
    for (int key = 0; key < 6; key++) {
      assertEquals(1, figure.placesOf(new CellRef(weights, 5, key)).size());
    }
    assertTrue(
        FigureFacts.says(figure, "“go” looks at") || FigureFacts.says(figure, "“to” looks at"));
  }

  @Test
  void nothingLeavesOrMeetsAtAnySize() throws Problem {
    Seen ended = seen(Writing.PLAIN.with(2));
    assertEquals(Optional.of(Outlook.Ended.END), ended.outlook().ended());
    for (String language : List.of("en", "ko")) {
      for (Seen seen : Stream.of(seen(CHANCE), seen(Writing.PLAIN), ended).toList()) {
        for (double[] size : new double[][] {{620, 360}, {690, 420}, {1010, 640}, {1400, 1000}}) {
          Figure figure = seen.draw(examples.frame(size[0], size[1], language));
          FigureFacts.nothingLeaves(figure, examples.measure());
          FigureFacts.textsDoNotMeet(figure, examples.measure());
          assertFalse(figure.reading().isEmpty());
        }
      }
    }
  }
}
