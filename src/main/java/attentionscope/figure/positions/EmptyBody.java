package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.language.Texts;

/** What would be here if something were typed. */
record EmptyBody() implements Body {

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.empty.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.empty.caption");
  }

  @Override
  public double height(double width, Frame frame) {
    return 0;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    // its title and caption say it all
  }
}
