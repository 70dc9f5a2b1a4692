package org.quotidian.source;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;

/** Names that never hold an article, from {@code skipped-names.txt}. */
final class SkippedNames {

  private final FileSystem fileSystem;
  private final List<PathMatcher> matchers;

  SkippedNames(FileSystem fileSystem) {
    this.fileSystem = fileSystem;
    this.matchers =
        WordList.read("skipped-names.txt").stream()
            .map(pattern -> fileSystem.getPathMatcher("glob:" + pattern.toLowerCase(Locale.ROOT)))
            .toList();
  }

  boolean contains(Path name) {
    // A name that the locale cannot write holds no ASCII-only pattern either: ask for it as it is.
    String text = name.toString();
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    Path lower = ascii ? fileSystem.getPath(text.toLowerCase(Locale.ROOT)) : name;
    return matchers.stream().anyMatch(matcher -> matcher.matches(lower));
  }

  /** Whether any name on the way to {@code path} is skipped. */
  boolean containsAnyOf(Path path) {
    for (Path name : path) {
      if (contains(name)) {
        return true;
      }
    }
    return false;
  }
}
