package attentionscope.app;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** What is dragged, where nobody drags: JavaFX makes dragboards only for its own robots. */
final class Dragged {

  private Dragged() {}

  static Dragboard files(List<File> files) throws ReflectiveOperationException {
    Method made =
        Arrays.stream(Dragboard.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("createDragboard"))
            .findFirst()
            .orElseThrow();
    Class<?> clipboard = made.getParameterTypes()[0];
    Object held =
        Proxy.newProxyInstance(
            clipboard.getClassLoader(),
            new Class<?>[] {clipboard},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentTypes" -> Set.of(DataFormat.FILES);
                  case "hasContent" -> arguments[0] == DataFormat.FILES;
                  case "getContent" -> arguments[0] == DataFormat.FILES ? files : null;
                  case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                  default -> null;
                });
    made.setAccessible(true);
    return (Dragboard) made.invoke(null, held);
  }
}
