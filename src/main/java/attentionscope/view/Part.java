package attentionscope.view;

/** A part of the window: a function of what is shown. */
public interface Part {

  /** Shows this, whatever was shown before. Called on the window's thread. */
  void show(Shown shown);
}
