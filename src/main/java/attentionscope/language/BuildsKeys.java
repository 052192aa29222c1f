package attentionscope.language;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that builds keys of texts at run time: the beginnings they have, up to a dot. The
 * test of the languages counts every key with such a beginning as used; all others must stand whole
 * in a string of the sources.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BuildsKeys {
  /** Beginnings such as {@code "view.rail."}. */
  String[] value();
}
