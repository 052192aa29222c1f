/**
 * Named arrays in files: safetensors, npz and npy read and written, JSON and CSV written, JSON
 * configurations read. Whatever a file claims is checked before anything of its size is allocated;
 * what cannot be used is a {@link attentionscope.files.Problem} that names file and place. What the
 * arrays mean to a model is told by one class a model family; no window, no lesson.
 */
@NullMarked
package attentionscope.checkpoint;

import org.jspecify.annotations.NullMarked;
