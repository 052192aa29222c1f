/**
 * Everything that decides what is on screen, as one immutable value ({@link
 * attentionscope.workspace.Workspace}); its history, its file, and the way from it to a trace. A
 * lesson step, a bookmark, undo, a second window and a rendered picture are all a workspace. No
 * screen is known here.
 */
@NullMarked
package attentionscope.workspace;

import org.jspecify.annotations.NullMarked;
