package attentionscope.app;

import attentionscope.lesson.Course;
import attentionscope.lesson.Lesson;
import attentionscope.yaml.Fault;
import java.util.List;

/**
 * Lessons as they are after somebody edited them.
 *
 * @param course with those that can't be shown any more as they were before
 * @param faults what is wrong with them now
 */
record Edited(Course course, List<Fault> faults) {
  Edited {
    faults = List.copyOf(faults);
  }

  /** What is wrong with a lesson. */
  List<Fault> of(Lesson lesson) {
    return faults.stream().filter(fault -> fault.file().startsWith(lesson.folder())).toList();
  }
}
