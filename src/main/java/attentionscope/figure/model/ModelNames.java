package attentionscope.figure.model;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;

/** What models are called on screen. */
@BuildsKeys("figure.model.named.")
public final class ModelNames {

  private static final String TRAINED = "trained/";
  private static final String KEY = "figure.model.named.";

  private ModelNames() {}

  /**
   * The name of a trained model that came with the program; of any other the last part of where it
   * is: {@code toy/i-go-home} is called i-go-home.
   */
  public static String of(String model, Texts texts) {
    String path = model.replace('\\', '/').replaceAll("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    String key = KEY + last;
    return path.equals(TRAINED + last) && texts.has(key) ? texts.get(key) : last;
  }
}
