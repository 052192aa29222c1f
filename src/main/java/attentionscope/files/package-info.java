/**
 * What every room needs to reach files: where the program lies, bounded reading, and {@link
 * attentionscope.files.Problem}, the one exception for input that cannot be used. Nothing here
 * knows a file format, a language or a matrix.
 */
@NullMarked
package attentionscope.files;

import org.jspecify.annotations.NullMarked;
