package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.trace.Intervention;
import attentionscope.trace.Origin;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Attention that was computed elsewhere, opened without the model that computed it. Its runs are
 * traces of the given matrices under this program's ids, {@code encoder.0.self.head.2.weights}, so
 * whatever looks at attention alone works on them; nothing else of the model is there. A model of
 * one stack is a decoder where some text of the file shows that nobody looks ahead. It holds one or
 * several samples; the one token of its input is the number of the sample.
 *
 * <p>A file holds {@code attentions}, or {@code encoder_attentions}, {@code decoder_attentions} and
 * {@code cross_attentions}: all layers in one array [layer, head, query, key], or a layer an array,
 * {@code attentions.3}; with an axis of samples in front, or several samples under names of their
 * own, {@code 1479/attentions}.
 */
public final class AttentionDump implements Model {
  private final String name;
  private final Path file;
  private final List<DumpSample> samples;

  private AttentionDump(String name, Path file, List<DumpSample> samples) {
    this.name = name;
    this.file = file;
    this.samples = List.copyOf(samples);
  }

  /** Whether a file of arrays holds attention. */
  public static boolean isDump(ArrayFile arrays) {
    return arrays.arrays().entrySet().stream().anyMatch(e -> DumpArray.of(e).isPresent());
  }

  /**
   * Takes the attention of a file, and the tokens from JSON beside it or from its metadata.
   *
   * @param name how the user calls it
   * @throws Problem if there is none, or arrays and tokens do not fit each other
   */
  public static AttentionDump of(String name, ArrayFile arrays) throws Problem {
    return new AttentionDump(name, arrays.source(), DumpReader.samples(arrays));
  }

  /** What the samples are called, in the order of the file. */
  public List<String> samples() {
    return samples.stream().map(DumpSample::name).toList();
  }

  /**
   * What is off where rows are not shares of 1, or not even numbers: such matrices are shown as
   * they are, but they are no attention weights. Nothing if all are; very large files are looked at
   * in part.
   */
  public Optional<Problem> remark() {
    return DumpRows.remark(file, samples);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  /**
   * The matrices of a sample.
   *
   * @param input its first token is the number of the sample
   */
  @Override
  public Trace run(ModelInput input, List<Intervention> interventions) throws Problem {
    int index = input.source().ids().isEmpty() ? -1 : input.source().ids().getFirst();
    if (index < 0 || index >= samples.size()) {
      throw new Problem("checkpoint.problem.dump-sample", file, index, samples.size());
    }
    Tape tape = new Tape(interventions);
    samples.get(index).record(tape, file);
    Origin origin = new Origin.File(String.valueOf(file.getFileName()), "");
    return tape.finish(new Provenance(name, origin, samples.get(index).name(), interventions));
  }
}
