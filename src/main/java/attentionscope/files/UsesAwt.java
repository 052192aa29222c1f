package attentionscope.files;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Allows a class to use {@code java.awt}, which starts slowly and must stay off the window's path;
 * the test of the rooms refuses it in any other class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UsesAwt {
  /** What it is used for. */
  String value() default "";
}
