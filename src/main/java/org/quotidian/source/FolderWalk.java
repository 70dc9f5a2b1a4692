package org.quotidian.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One walk through the input roots, in the order of the items' sources. For one thread. */
final class FolderWalk implements Iterator<SourceItem> {

  private final List<InputRoot> roots;
  private final Iterator<InputRoot> rootsToCome;
  private final FileItems fileItems;
  private final Deque<Folder> open = new ArrayDeque<>();
  private Iterator<SourceItem> items = Collections.emptyIterator();
  private @Nullable SourceItem next;

  /**
   * A folder on the way down.
   *
   * @param relative to its root
   * @param real where it is when links are followed
   * @param throughLink whether a link led here
   * @param children what is still to come, by source
   */
  private record Folder(
      InputRoot root,
      Path relative,
      Path real,
      boolean throughLink,
      Iterator<Map.Entry<String, Path>> children) {}

  FolderWalk(List<InputRoot> roots, ReadingSettings settings) {
    this.roots = roots;
    this.rootsToCome = roots.iterator();
    this.fileItems = new FileItems(settings);
  }

  @Override
  public boolean hasNext() {
    while (next == null && !isDone()) {
      next = step();
    }
    return next != null;
  }

  @Override
  public SourceItem next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    SourceItem item = next;
    next = null;
    return item;
  }

  private boolean isDone() {
    return open.isEmpty() && !rootsToCome.hasNext() && !items.hasNext();
  }

  private @Nullable SourceItem step() {
    if (items.hasNext()) {
      return items.next();
    }
    Folder folder = open.peek();
    if (folder == null) {
      InputRoot root = rootsToCome.next();
      Path here = root.folder().getFileSystem().getPath("");
      return enter(root, here, root.folder(), false, root.prefix());
    }
    if (!folder.children().hasNext()) {
      open.pop();
      return null;
    }
    Map.Entry<String, Path> child = folder.children().next();
    return visit(folder, child.getValue(), child.getKey());
  }

  private @Nullable SourceItem visit(Folder folder, Path file, String sortKey) {
    InputRoot root = folder.root();
    Path relative = folder.relative().resolve(file.getFileName());
    String source = sortKey.endsWith("/") ? sortKey.substring(0, sortKey.length() - 1) : sortKey;
    if (!root.names(relative) && root.skipped().contains(file.getFileName())) {
      return null;
    }
    try {
      if (Files.isSymbolicLink(file)) {
        return visitLink(folder, file, relative, source);
      }
      return visitTarget(folder, file, relative, source, folder.throughLink());
    } catch (IOException e) {
      return problem(root, relative, file, source, IoProblem.sentence("it", e));
    }
  }

  private @Nullable SourceItem visitLink(Folder folder, Path link, Path relative, String source)
      throws IOException {
    InputRoot root = folder.root();
    Path target;
    try {
      target = link.toRealPath();
    } catch (NoSuchFileException e) {
      return problem(root, relative, link, source, "the link leads nowhere");
    } catch (AccessDeniedException e) {
      return problem(root, relative, link, source, IoProblem.sentence("the link", e));
    } catch (FileSystemException e) {
      // Java has a class for loops, but does not throw it here.
      return problem(
          root, relative, link, source, "the link cannot be followed: it leads back to itself");
    }
    if (!target.startsWith(root.folder()) && !root.names(relative)) {
      return problem(
          root, relative, link, source, "the link leaves the input folder, to " + target);
    }
    if (Files.isDirectory(target)) {
      if (folder.real().startsWith(target)) {
        return problem(
            root, relative, link, source, "the link leads back to a folder that it is in");
      }
      if (folder.throughLink()) {
        // Folders that link to one another would otherwise be walked in every possible order.
        return problem(
            root,
            relative,
            link,
            source,
            "a link to a folder, inside a linked folder, is not followed");
      }
    }
    return visitTarget(folder, target, relative, source, true);
  }

  private @Nullable SourceItem visitTarget(
      Folder folder, Path file, Path relative, String source, boolean throughLink)
      throws IOException {
    InputRoot root = folder.root();
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory()) {
      return root.entersFolder(relative)
          ? enter(root, relative, file, throughLink, source + "/")
          : null;
    }
    if (!isWanted(root, relative)) {
      return null;
    }
    return attributes.isRegularFile()
        ? firstItem(fileItems.of(file, source, attributes.size()))
        : SourceItem.unreadable(
            file, source, 0, "it is neither a file nor a folder, but a pipe, a socket or a device");
  }

  /** The first item of a file; the others follow before the next file. */
  private @Nullable SourceItem firstItem(Iterator<SourceItem> ofFile) {
    items = ofFile;
    return ofFile.hasNext() ? ofFile.next() : null;
  }

  /** Lists a folder; the item is what there is to report when that fails. */
  private @Nullable SourceItem enter(
      InputRoot root, Path relative, Path folder, boolean throughLink, String sourcePrefix) {
    Map<String, Path> children = new TreeMap<>();
    SourceItem problem = null;
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      for (Path child : listing) {
        children.put(sortKey(sourcePrefix, child), child);
      }
    } catch (DirectoryIteratorException e) {
      problem = folderProblem(folder, sourcePrefix, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      problem = folderProblem(folder, sourcePrefix, e);
    }
    for (Path named : root.namedFiles()) {
      Path file = root.folder().resolve(named);
      if (folder.equals(file.getParent())) {
        children.putIfAbsent(sortKey(sourcePrefix, file), file);
      }
    }
    open.push(new Folder(root, relative, folder, throughLink, children.entrySet().iterator()));
    return problem;
  }

  /** The source, and for folders a slash: what is in a folder sorts as its full path does. */
  private static String sortKey(String sourcePrefix, Path child) {
    return sourcePrefix + FileNames.of(child) + (Files.isDirectory(child) ? "/" : "");
  }

  private static SourceItem folderProblem(Path folder, String sourcePrefix, IOException e) {
    String source =
        sourcePrefix.isEmpty() ? "." : sourcePrefix.substring(0, sourcePrefix.length() - 1);
    return SourceItem.unreadable(folder, source, 0, IoProblem.sentence("the folder", e));
  }

  private @Nullable SourceItem problem(
      InputRoot root, Path relative, Path file, String source, String sentence) {
    boolean wanted = isWanted(root, relative) || root.entersFolder(relative);
    return wanted ? SourceItem.unreadable(file, source, 0, sentence) : null;
  }

  /** Whether the root takes the file and no root before it does. */
  private boolean isWanted(InputRoot root, Path relative) {
    if (!root.takes(relative)) {
      return false;
    }
    Path file = root.folder().resolve(relative);
    for (InputRoot other : roots) {
      if (other == root) {
        return true;
      }
      if (file.startsWith(other.folder()) && other.takes(other.folder().relativize(file))) {
        return false;
      }
    }
    return true;
  }
}
