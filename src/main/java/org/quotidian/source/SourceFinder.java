package org.quotidian.source;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.quotidian.model.SourceItem;

/**
 * Finds what a job is to read. Each of its inputs is a file, a folder (with all folders below it)
 * or a pattern such as {@code crawl/**}{@code /*.html}, relative to the working folder.
 *
 * <p>The input root is the folder, the parent of the file, or the longest folder without a wildcard
 * in the pattern; {@link SourceItem#source()} is relative to it. If a job has <i>several</i> input
 * roots, the folder's name is prepended ({@code 2019/a.txt}, {@code 2020/a.txt}; as many names as
 * are needed to distinguish the roots), so that no two items of a job have the same source. This
 * depends on the job file alone and not on the contents of the folders, so that an article keeps
 * its identity when files are added or removed. An input inside another input's folder adds
 * nothing.
 *
 * <p>A file with many articles (JSON Lines, a list in JSON or XML, CSV, WARC, an archive, a file of
 * Nexis, Factiva or Europresse) is not an item; each of its records is, in the order of the file.
 *
 * <p>Links are followed as long as they stay inside the root. Anything that cannot be read (a
 * dangling link, a pipe, a folder without permission, a file above the size limit) is an item with
 * a {@link SourceItem#problem()}. Nothing is skipped silently except the names in {@code
 * skipped-names.txt}, such as hidden files.
 */
public final class SourceFinder implements Iterable<SourceItem> {

  private final List<InputRoot> roots;
  private final ReadingSettings settings;

  /**
   * @param inputs files, folders and patterns, relative to {@code workingFolder} unless absolute
   * @throws InputException if one of them does not exist
   */
  public SourceFinder(List<String> inputs, Path workingFolder, Limits limits) {
    this(inputs, workingFolder, ReadingSettings.of(limits));
  }

  /**
   * @throws InputException if an input does not exist
   */
  public SourceFinder(List<String> inputs, Path workingFolder, ReadingSettings settings) {
    this.roots = InputRoots.of(inputs, workingFolder);
    this.settings = settings;
  }

  /**
   * Walks through the folders on demand, in the order of {@link SourceItem#source()} ({@link
   * String#compareTo}). The content of each file is read once, for its hash.
   */
  @Override
  public Iterator<SourceItem> iterator() {
    Iterator<InputFile> files = files();
    return new Iterator<>() {
      private Iterator<SourceItem> items = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!items.hasNext() && files.hasNext()) {
          items = files.next().items();
        }
        return items.hasNext();
      }

      @Override
      public SourceItem next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return items.next();
      }
    };
  }

  /** The same walk by files. No file is read before its items are requested. */
  public Iterator<InputFile> files() {
    return new FolderWalk(roots, settings);
  }

  /** The places where it looks. As long as they stay the same, a source means the same file. */
  public List<String> roots() {
    return roots.stream().map(root -> root.prefix() + " " + root.folder().toUri()).toList();
  }

  /**
   * Whether it finds the file at this path, or would if it existed.
   *
   * @param file real path
   */
  public boolean covers(Path file) {
    return roots.stream()
        .anyMatch(
            root -> file.startsWith(root.folder()) && root.takes(root.folder().relativize(file)));
  }
}
