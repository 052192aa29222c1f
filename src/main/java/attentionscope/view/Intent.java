package attentionscope.view;

import attentionscope.lesson.question.Answer;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.workspace.HeadsLook;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.OtherSize;
import attentionscope.workspace.PositionLab;
import attentionscope.workspace.RecurrentPanel;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Writing;
import attentionscope.workspace.laboratory.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the user asks for. Parts send intents; the session answers with something new to show. */
public sealed interface Intent {

  /** Look at a matrix, a row, a column or a cell. */
  record Focus(Region region) implements Intent {}

  /** Run the model on another text. */
  record Retype(Typed input) implements Intent {}

  /** Run the model with other switches. */
  record Turn(Knobs knobs) implements Intent {}

  /**
   * Run the model backwards, too, or no longer, and look at this then.
   *
   * @param gradients whether gradients are computed
   */
  record Backwards(boolean gradients, Region region) implements Intent {}

  /** Run the model with these changes and no others. */
  record Change(List<Intervention> changes) implements Intent {
    public Change {
      changes = List.copyOf(changes);
    }
  }

  /** Study positions with other settings. */
  record Study(PositionLab lab) implements Intent {}

  /**
   * Run the model with these changes, while something is dragged.
   *
   * @param movement all of one movement have the same number, and are taken back as one
   */
  record Drag(List<Intervention> changes, long movement) implements Intent {
    public Drag {
      changes = List.copyOf(changes);
    }
  }

  /** Run another model, on the example that it came with. */
  record OpenModel(String model) implements Intent {}

  /**
   * Open what lies in a folder or a file, whatever it is; it may take a while.
   *
   * @param place its path
   */
  record OpenFiles(String place) implements Intent {}

  /** Give up what takes so long. */
  record Cancel() implements Intent {}

  /** Look at one of the matrices of the model's files; at the whole model again, if at none. */
  record Inspect(Optional<String> tensor) implements Intent {}

  /** Look at it another way. */
  record Open(View view) implements Intent {}

  /** Look at a cell's calculation in the steps view. */
  record Calculate(Region region) implements Intent {}

  /** Look at a head, large, in the attention view. */
  record Enlarge(Region region) implements Intent {}

  /** Lay out all heads in another way. */
  record Arrange(HeadsLook heads) implements Intent {}

  /** Show something else below an unrolled network. */
  record Below(RecurrentPanel panel) implements Intent {}

  /**
   * Have another model read the same text.
   *
   * @param model its name
   */
  record Through(String model) implements Intent {}

  /** Imagine weights in these sizes and no others, in the shapes view. */
  record Resize(List<OtherSize> sizes) implements Intent {
    public Resize {
      sizes = List.copyOf(sizes);
    }
  }

  /** Show the calculation as far as a moment. */
  record MoveTo(int moment) implements Intent {}

  /**
   * Read so much of what the model has written; one more than there is: let it write the next.
   *
   * @param count how many tokens
   */
  record WriteTo(int count) implements Intent {}

  /**
   * Have this token written next.
   *
   * @param token its id
   */
  record Write(int token) implements Intent {}

  /**
   * Have these tokens written, and no others: as a branch of a search has them.
   *
   * @param written their ids
   */
  record Follow(List<Integer> written) implements Intent {
    public Follow {
      written = List.copyOf(written);
    }
  }

  /** Show so many steps of the beam search. */
  record SearchTo(int step) implements Intent {}

  /** Let the model choose in another way what it writes. */
  record Choose(Writing writing) implements Intent {}

  /** Try something else out in the laboratory; it may take a while to prepare. */
  record Try(Experiment experiment) implements Intent {}

  /** Try out a task, as is good to begin with. */
  record Teach(String task) implements Intent {}

  /**
   * Try the same with another value in its plan.
   *
   * @param name as recipes call it: {@code rate}
   * @param value as it was typed
   */
  record Replan(String name, String value) implements Intent {}

  /** Go on with the training that was kept when the program ended. */
  record GoOn() implements Intent {}

  /**
   * Write what the laboratory has.
   *
   * @param place a file, or for a model a folder
   */
  record Save(Saved what, Path place) implements Intent {
    /** What is written. */
    public enum Saved {
      /** The model that is looked at. */
      MODEL,
      /** The plan of its training. */
      RECIPE,
      /** The curves of all runs. */
      CURVES;

      /** Its word in keys of texts. */
      public String key() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** Prepare the laboratory's experiment anew. */
  record BeginAnew() implements Intent {}

  /** Order the laboratory's runs about. */
  record Train(Order order) implements Intent {
    /** What they are to do. */
    public enum Order {
      /** Take step after step. */
      PLAY,
      PAUSE,
      /** Take one step. */
      STEP
    }
  }

  /**
   * Train no faster than this.
   *
   * @param pace steps a second; 0: as fast as it can
   */
  record TrainAt(int pace) implements Intent {}

  /** Look at a model as it was at another moment of its training. */
  record LookAt(String snapshot) implements Intent {}

  /**
   * The same by the place among the snapshots that are kept.
   *
   * @param place from 0
   */
  record Rewind(int place) implements Intent {}

  /** Exchange rows and columns of the heatmap. */
  record Transpose() implements Intent {}

  /** Go to a step of a lesson; a number beyond the last step means the last one. */
  record Visit(String lesson, int step) implements Intent {}

  /** Go to another step of the lesson that is open. */
  record Step(int step) implements Intent {}

  /** Answer the question of the lesson's step. */
  record Reply(Answer answer) implements Intent {}

  /** Ask for the hint to the question. */
  record Hint() implements Intent {}

  /** Ask for the answer to the question. */
  record Reveal() implements Intent {}

  /** Look where one looked before. */
  record Back() implements Intent {}

  record Undo() implements Intent {}

  record Redo() implements Intent {}

  /** Take the notice away. */
  record Dismiss() implements Intent {}

  /**
   * Speak another language.
   *
   * @param code such as {@code ko}
   */
  record Speak(String code) implements Intent {}

  record Wear(Theme theme) implements Intent {}

  /** Fold the lesson's text away, or back. */
  record Fold(boolean folded) implements Intent {}

  /** Let the transport go on by itself, or stop it. */
  record Play(boolean playing) implements Intent {}

  /** Play faster or slower; 1 is as intended. */
  record Pace(double pace) implements Intent {}

  /** Choose what the transport plays. */
  record Drive(Track track) implements Intent {}
}
