package org.quotidian.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder below which a job looks for articles, and what it takes there.
 *
 * @param folder real path
 * @param prefix what the {@code source} of each file begins with: empty, or names and a {@code /}
 * @param selections a file is taken when one of them selects it
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

  /** Whether a file is taken unless a name on its way is skipped. */
  boolean selects(Path file) {
    for (Selection selection :
        selections) { // asked of every file: a stream costs more than all else
      if (selection.selects(file)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the job itself names {@code file}, relative to the root. */
  boolean names(Path file) {
    for (Selection selection : selections) {
      if (selection instanceof Selection.OneFile named && named.name().equals(file)) {
        return true;
      }
    }
    return false;
  }

  /** The files, relative to the root, that the job itself names. */
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

  /** Whether this root takes everything in {@code other}, but for what names skip. */
  boolean covers(Path other) {
    return !other.equals(folder)
        && other.startsWith(folder)
        && selections.contains(new Selection.Everything())
        && !skipped.containsAnyOf(folder.relativize(other));
  }
}
