package attentionscope.view;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;

/** What models are called on screen. */
@BuildsKeys("view.model.named.")
public final class ModelNames {

  private static final String TRAINED = "trained/";
  private static final String KEY = "view.model.named.";

  private ModelNames() {}

  /**
   * The name of a trained model that came with the program; of any other the last part of where it
   * is: {@code toy/i-go-home} is called i-go-home.
   */
  public static String of(String model, Texts texts) {
    String last = model.substring(model.replace('\\', '/').lastIndexOf('/') + 1);
    String key = KEY + last;
    return model.equals(TRAINED + last) && texts.has(key) ? texts.get(key) : last;
  }
}
