/** The command line: where the program starts, and one thin class for each command. */
@NullMarked
package attentionscope.cli;

import org.jspecify.annotations.NullMarked;
