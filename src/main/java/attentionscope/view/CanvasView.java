package attentionscope.view;

import attentionscope.figure.Frame;
import attentionscope.trace.Region;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.View;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.Ikon;

/** A view of one canvas, perhaps with settings above it. */
public abstract class CanvasView extends BorderPane implements MiddleView {

  private final View view;
  private final Ikon icon;
  private final double wants;
  private final Drawer drawer;
  private final FigureCanvas canvas;

  /**
   * @param view which one it is
   * @param icon its sign on the rail
   * @param wants how wide it has to be to be good, in pixels
   * @param drawer draws its figures
   * @param canvas on which they are
   */
  protected CanvasView(View view, Ikon icon, double wants, Drawer drawer, FigureCanvas canvas) {
    super(canvas);
    this.view = view;
    this.icon = icon;
    this.wants = wants;
    this.drawer = drawer;
    this.canvas = canvas;
  }

  /** The canvas. */
  protected final FigureCanvas canvas() {
    return canvas;
  }

  /** Where a figure of this size is drawn, in the words of what is shown. */
  protected final Frame frame(Shown shown, double width, double height) {
    return drawer.frame(width, height, shown.texts());
  }

  @Override
  public final View view() {
    return view;
  }

  @Override
  public final Ikon icon() {
    return icon;
  }

  @Override
  public final double wants() {
    return wants;
  }

  @Override
  public final Node node() {
    return this;
  }

  @Override
  public Node first() {
    return canvas;
  }

  @Override
  public final void point(List<Region> regions) {
    canvas.point(regions);
  }
}
