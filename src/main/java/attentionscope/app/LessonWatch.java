package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.lesson.Checker;
import attentionscope.lesson.Course;
import attentionscope.lesson.LessonFiles;
import attentionscope.yaml.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads lessons again when somebody edits them, on a thread of its own. */
final class LessonWatch {

  /** In milliseconds. */
  private static final int PAUSE = 300;

  private final Path folder;
  private final Collection<String> languages;
  private final Checker checker;
  private final Consumer<Edited> told;
  private final Thread thread =
      Thread.ofPlatform().name("lessons").daemon().unstarted(this::lookOften);

  // of that thread alone
  private final Map<Path, List<Fault>> faults = new HashMap<>();
  private Course course;
  private Optional<LessonFiles> read = Optional.empty();
  private Optional<LessonFiles> seen = Optional.empty();

  /**
   * @param course as it was read from the folder
   * @param told is told of every change, on the watch's thread
   */
  LessonWatch(
      Path folder,
      Course course,
      Collection<String> languages,
      Checker checker,
      Consumer<Edited> told) {
    this.folder = folder;
    this.course = course;
    this.languages = List.copyOf(languages);
    this.checker = checker;
    this.told = told;
  }

  void start() {
    thread.start();
  }

  void stop() {
    thread.interrupt();
  }

  private void lookOften() {
    try {
      while (true) {
        look();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stopped) {
      // The window is closed.
    }
  }

  /** Looks once. An edit counts when the files have rested since the look before. */
  void look() {
    try {
      LessonFiles now = LessonFiles.in(folder);
      boolean rests = seen.equals(Optional.of(now));
      seen = Optional.of(now);
      if (read.isEmpty()) {
        read = seen;
      } else if (rests && !read.equals(seen)) {
        Set<Path> edited = now.editedSince(read.get());
        read = seen;
        read(edited);
      }
    } catch (Problem moving) {
      // Somebody is moving the folder; the next look may find it again.
      seen = Optional.empty();
    }
  }

  private void read(Set<Path> edited) throws Problem {
    course = Course.read(folder, languages).mendedFrom(course);
    Set<String> known =
        Course.folders(folder).stream()
            .map(lesson -> lesson.getFileName().toString())
            .collect(Collectors.toSet());
    for (Path lesson : edited) {
      faults.remove(lesson);
      if (Files.isDirectory(lesson)) {
        faults.put(lesson, checker.check(lesson, known));
      }
    }
    told.accept(new Edited(course, faults.values().stream().flatMap(List::stream).toList()));
  }
}
