package org.quotidian.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder in which a job looks for articles, and what it selects there.
 *
 * @param folder real path
 * @param prefix beginning of the {@code source} of each file: empty, or names followed by {@code /}
 * @param selections a file is read if one of them selects it
 */
record InputRoot(Path folder, String prefix, List<Selection> selections, SkippedNames skipped) {

  InputRoot {
    selections = List.copyOf(selections);
  }

  /**
   * @param file relative to the root
   */
  boolean takes(Path file) {
    return names(file) || (!skipped.containsAnyOf(file) && selects(file));
  }

  /** Whether a file is selected, ignoring skipped names. */
  boolean selects(Path file) {
    for (Selection selection :
        selections) { // called for every file: a stream would cost more than all the rest
      if (selection.selects(file)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the job file itself names {@code file}, relative to the root. */
  boolean names(Path file) {
    for (Selection selection : selections) {
      if (selection instanceof Selection.OneFile named && named.name().equals(file)) {
        return true;
      }
    }
    return false;
  }

  /** The files, relative to the root, that the job file itself names. */
  List<Path> namedFiles() {
    return selections.stream()
        .filter(Selection.OneFile.class::isInstance)
        .map(s -> ((Selection.OneFile) s).name())
        .toList();
  }

  /**
   * @param sub relative to the root
   */
  boolean entersFolder(Path sub) {
    return !skipped.contains(sub.getFileName())
        && selections.stream().anyMatch(s -> s.mayBeBelow(sub));
  }

  /** Whether this root selects everything in {@code other}, apart from skipped names. */
  boolean covers(Path other) {
    return !other.equals(folder)
        && other.startsWith(folder)
        && selections.contains(new Selection.Everything())
        && !skipped.containsAnyOf(folder.relativize(other));
  }
}
