/**
 * YAML files that people write by hand, lessons and workspaces, before anything in them is
 * understood: bounded, with the line of every value, and the faults that are found, each with file
 * and line.
 *
 * <p>Nothing here knows what a lesson or a workspace is.
 */
@NullMarked
package attentionscope.yaml;

import org.jspecify.annotations.NullMarked;
