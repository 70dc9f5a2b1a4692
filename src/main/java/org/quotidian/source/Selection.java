package org.quotidian.source;

import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The files below an input root that one input of a job selects. Paths are relative to that root.
 * Immutable and thread-safe.
 */
sealed interface Selection {

  boolean selects(Path file);

  /** Whether a folder can contain selected files. Other folders are not opened. */
  boolean mayBeBelow(Path folder);

  /** A folder: everything in it. */
  record Everything() implements Selection {

    @Override
    public boolean selects(Path file) {
      return true;
    }

    @Override
    public boolean mayBeBelow(Path folder) {
      return true;
    }
  }

  /** A file that the job file names. */
  record OneFile(Path name) implements Selection {

    @Override
    public boolean selects(Path file) {
      return file.equals(name);
    }

    @Override
    public boolean mayBeBelow(Path folder) {
      return false;
    }
  }

  /**
   * A pattern, name by name: {@code **} stands for any number of folders (or none); the others are
   * Java's globs.
   */
  record Glob(List<Part> parts) implements Selection {

    /** The pattern for one name; {@code **} has no matcher. */
    record Part(String pattern, PathMatcher matcher) {
      boolean isAnyFolders() {
        return pattern.equals("**");
      }
    }

    /**
     * @throws PatternSyntaxException if one is not a valid glob
     */
    static Glob of(List<String> patterns, Path folder) {
      List<Part> parts = new ArrayList<>();
      for (String pattern : patterns) {
        parts.add(new Part(pattern, folder.getFileSystem().getPathMatcher("glob:" + pattern)));
      }
      return new Glob(List.copyOf(parts));
    }

    @Override
    public boolean selects(Path file) {
      return matches(0, file, 0, false);
    }

    @Override
    public boolean mayBeBelow(Path folder) {
      return matches(0, folder, 0, true);
    }

    /** Whether the parts from {@code part} on match the names from {@code name} on. */
    private boolean matches(int part, Path path, int name, boolean asFolder) {
      if (name == path.getNameCount()) {
        return asFolder ? part < parts.size() : onlyAnyFolders(part);
      }
      if (part == parts.size()) {
        return false;
      }
      if (parts.get(part).isAnyFolders()) {
        return matches(part + 1, path, name, asFolder) || matches(part, path, name + 1, asFolder);
      }
      return parts.get(part).matcher().matches(path.getName(name))
          && matches(part + 1, path, name + 1, asFolder);
    }

    private boolean onlyAnyFolders(int part) {
      return parts.subList(part, parts.size()).stream().allMatch(Part::isAnyFolders);
    }
  }
}
