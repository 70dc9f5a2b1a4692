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
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;

/** One walk through the input roots, in the order of the items' sources. For one thread. */
final class FolderWalk implements Iterator<InputFile> {

  private final List<InputRoot> roots;
  private final Iterator<InputRoot> rootsToCome;
  private final FileItems fileItems;
  private final Deque<Folder> open = new ArrayDeque<>();
  private @Nullable InputFile next;

  /**
   * A folder that is currently open.
   *
   * @param relative path relative to its root
   * @param real its path with links resolved
   * @param throughLink whether it was reached through a link
   * @param children remaining entries, by source
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
  public InputFile next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    InputFile file = next;
    next = null;
    return file;
  }

  private boolean isDone() {
    return open.isEmpty() && !rootsToCome.hasNext();
  }

  private @Nullable InputFile step() {
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

  private @Nullable InputFile visit(Folder folder, Path file, String place) {
    InputRoot root = folder.root();
    Path relative = folder.relative().resolve(file.getFileName());
    if (!root.names(relative) && root.skipped().contains(file.getFileName())) {
      return null;
    }
    try {
      BasicFileAttributes attributes = attributes(file);
      if (attributes.isSymbolicLink()) {
        return visitLink(folder, file, relative, place);
      }
      return visitTarget(folder, file, attributes, relative, place, folder.throughLink());
    } catch (IOException e) {
      return problem(root, relative, file, place, IoProblem.sentence("it", e));
    }
  }

  private @Nullable InputFile visitLink(Folder folder, Path link, Path relative, String place)
      throws IOException {
    InputRoot root = folder.root();
    Path target;
    try {
      target = link.toRealPath();
    } catch (NoSuchFileException e) {
      return problem(root, relative, link, place, "the link points to nothing");
    } catch (AccessDeniedException e) {
      return problem(root, relative, link, place, IoProblem.sentence("the link", e));
    } catch (FileSystemException e) {
      // Java has an exception class for loops, but does not throw it here.
      return problem(
          root, relative, link, place, "the link cannot be followed: it points to itself");
    }
    if (!target.startsWith(root.folder()) && !root.names(relative)) {
      return problem(
          root, relative, link, place, "the link points outside the input folder, to " + target);
    }
    if (Files.isDirectory(target)) {
      if (folder.real().startsWith(target)) {
        return problem(root, relative, link, place, "the link points to a folder that contains it");
      }
      if (folder.throughLink()) {
        // Otherwise folders that link to one another would be walked in every possible order.
        return problem(
            root,
            relative,
            link,
            place,
            "a link to a folder, inside a linked folder, is not followed");
      }
    }
    return visitTarget(folder, target, attributes(target), relative, place, true);
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private @Nullable InputFile visitTarget(
      Folder folder,
      Path file,
      BasicFileAttributes attributes,
      Path relative,
      String place,
      boolean throughLink)
      throws IOException {
    InputRoot root = folder.root();
    if (attributes.isDirectory()) {
      return root.entersFolder(relative)
          ? enter(root, relative, file, throughLink, InputFile.source(place) + "/")
          : null;
    }
    if (!isWanted(root, relative)) {
      return null;
    }
    if (!attributes.isRegularFile()) {
      return problem(root, relative, file, place, "it is a pipe, a socket or a device, not a file");
    }
    FileState state = FileState.of(file);
    return new InputFile(
        place, state, () -> fileItems.of(file, InputFile.source(place), state.size()));
  }

  /** Opens a folder; returns the problem to report if that fails. */
  private @Nullable InputFile enter(
      InputRoot root, Path relative, Path folder, boolean throughLink, String sourcePrefix) {
    Map<String, Path> children = new TreeMap<>();
    InputFile problem = null;
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

  /**
   * The source, followed by a slash for folders, so that the contents of a folder sort by their
   * full path.
   */
  private static String sortKey(String sourcePrefix, Path child) {
    return sourcePrefix + FileNames.of(child) + (Files.isDirectory(child) ? "/" : "");
  }

  private static InputFile folderProblem(Path folder, String place, IOException e) {
    return unreadable(folder, place, IoProblem.sentence("the folder", e));
  }

  private static InputFile unreadable(Path file, String place, String sentence) {
    return InputFile.unreadable(
        place, SourceItem.unreadable(file, InputFile.source(place), 0, sentence));
  }

  private @Nullable InputFile problem(
      InputRoot root, Path relative, Path file, String place, String sentence) {
    boolean wanted = isWanted(root, relative) || root.entersFolder(relative);
    return wanted ? unreadable(file, place, sentence) : null;
  }

  /**
   * Whether this root selects the file and no earlier root does. Skipped names have been removed
   * already.
   */
  private boolean isWanted(InputRoot root, Path relative) {
    if (!root.selects(relative)) {
      return false;
    }
    for (InputRoot other : roots) {
      if (other == root) {
        return true;
      }
      Path file = root.folder().resolve(relative);
      if (file.startsWith(other.folder()) && other.takes(other.folder().relativize(file))) {
        return false;
      }
    }
    return true;
  }
}
