package attentionscope.lesson;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of lessons at one moment, seen from outside: two of these tell which lessons were
 * edited in between. Looking is cheap enough to do several times a second, and works alike on every
 * system and on drives elsewhere, which telling by the system does not.
 */
public record LessonFiles(Map<Path, Stamp> stamps) {
  private static final int MOST_FILES = 50;

  /** How a file looks from outside. */
  public record Stamp(FileTime changed, long size) {}

  public LessonFiles {
    stamps = Map.copyOf(stamps);
  }

  /**
   * The files as they are now.
   *
   * @param folder holds one folder a lesson, or is the folder of a lesson
   * @throws Problem if a folder cannot be read, such as while somebody moves it
   */
  public static LessonFiles in(Path folder) throws Problem {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path lesson : Course.folders(folder)) {
      try (Stream<Path> files = Files.list(lesson)) {
        for (Path file : files.filter(LessonFiles::isPart).limit(MOST_FILES).toList()) {
          BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
          stamps.put(file, new Stamp(now.lastModifiedTime(), now.size()));
        }
      } catch (IOException e) {
        throw new Problem(e, "files.problem.unreadable", lesson, BoundedFile.said(e));
      }
    }
    return new LessonFiles(stamps);
  }

  private static boolean isPart(Path file) {
    String name = file.getFileName().toString();
    return name.equals(Lesson.FILE) || name.endsWith(".md");
  }

  /** The folders of the lessons that were edited, came or went since. */
  public Set<Path> editedSince(LessonFiles before) {
    Set<Path> all = new TreeSet<>(stamps.keySet());
    all.addAll(before.stamps.keySet());
    Set<Path> edited = new TreeSet<>();
    for (Path file : all) {
      if (!Objects.equals(stamps.get(file), before.stamps.get(file))) {
        edited.add(file.getParent());
      }
    }
    return edited;
  }
}
