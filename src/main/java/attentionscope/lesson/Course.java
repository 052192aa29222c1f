package attentionscope.lesson;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.yaml.Fault;
import attentionscope.yaml.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lessons of a folder, in the order of their names.
 *
 * @param lessons those that are well formed
 * @param faults what is wrong with the others
 */
public record Course(List<Lesson> lessons, List<Fault> faults) {
  private static final int MOST_LESSONS = 500;

  public Course {
    lessons = List.copyOf(lessons);
    faults = List.copyOf(faults);
  }

  /**
   * Reads all lessons.
   *
   * @param folder holds one folder a lesson, or is the folder of a lesson
   * @param languages the codes of those they have to be written in
   * @throws Problem if the folder cannot be read, or holds no lesson
   */
  public static Course read(Path folder, Collection<String> languages) throws Problem {
    Faults faults = new Faults();
    List<Lesson> lessons = new ArrayList<>();
    for (Path lesson : folders(folder)) {
      LessonReader.read(lesson, languages, faults).ifPresent(lessons::add);
    }
    return new Course(lessons, faults.all());
  }

  /**
   * The folders of lessons.
   *
   * @throws Problem if the folder cannot be read, or holds no lesson
   */
  public static List<Path> folders(Path folder) throws Problem {
    if (Files.exists(folder.resolve(Lesson.FILE))) {
      return List.of(folder);
    }
    if (!Files.isDirectory(folder)) {
      throw new Problem("files.problem.missing", folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> lessons =
          entries
              .filter(entry -> Files.exists(entry.resolve(Lesson.FILE)))
              .sorted()
              .limit(MOST_LESSONS)
              .toList();
      if (lessons.isEmpty()) {
        throw new Problem("lesson.problem.no-lessons", folder, Lesson.FILE);
      }
      return lessons;
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", folder, BoundedFile.said(e));
    }
  }

  /** These lessons, and those that have become faulty since as they were before. */
  public Course mendedFrom(Course before) {
    List<Lesson> all = new ArrayList<>(lessons);
    for (Lesson old : before.lessons()) {
      boolean broken = faults.stream().anyMatch(fault -> fault.file().startsWith(old.folder()));
      if (broken && find(old.id()).isEmpty()) {
        all.add(old);
      }
    }
    all.sort(Comparator.comparing(Lesson::folder));
    return new Course(all, faults);
  }

  public Optional<Lesson> find(String id) {
    return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
  }
}
