package org.quotidian.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Objects;

/**
 * Opens files only at the real paths where a {@link SourceFinder} found them. Links are checked
 * when they are found; a link that has replaced a file or folder since then is not followed.
 * Anything that is not a file is not opened, because opening a pipe would block.
 *
 * <p>Java cannot ask an open file for its identity, so the path is checked before and after
 * opening. This does not protect against someone who replaces the file and puts it back within that
 * moment.
 */
public final class FoundFile {

  private FoundFile() {}

  /** Whether the file still exists and may be read. If not, this may be temporary. */
  public static boolean isReadable(Path file) {
    try {
      checkType(file, attributes(file));
      checkPlace(file);
      return Files.isReadable(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** The file, opened for reading at any position. */
  static SeekableByteChannel channel(Path file) throws IOException {
    return open(
        file, () -> Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  /** The file, opened for reading from the start. */
  static InputStream stream(Path file) throws IOException {
    return open(file, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
  }

  private interface Opening<T extends Closeable> {
    T open() throws IOException;
  }

  private static <T extends Closeable> T open(Path file, Opening<T> opening) throws IOException {
    BasicFileAttributes before = attributes(file);
    checkType(file, before);
    T opened = opening.open();
    try {
      checkPlace(file);
      BasicFileAttributes after = attributes(file);
      checkType(file, after);
      if (!Objects.equals(before.fileKey(), after.fileKey())) {
        throw replaced(file, "another file replaced it while it was opened");
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void checkType(Path file, BasicFileAttributes attributes)
      throws FileSystemException {
    if (attributes.isSymbolicLink()) {
      throw replaced(file, "it is now a link, but was a file when it was found");
    }
    if (!attributes.isRegularFile()) {
      throw replaced(
          file,
          attributes.isDirectory()
              ? "it is now a folder, but was a file when it was found"
              : "it is now a pipe, a socket or a device, but was a file when it was found");
    }
  }

  private static void checkPlace(Path file) throws IOException {
    Path real = file.toRealPath();
    if (!real.equals(file) && !composed(real).equals(composed(file))) {
      throw replaced(file, "a folder in its path is now a link, to " + real);
    }
  }

  /** The path in NFC, because some file systems store accented letters as two characters. */
  private static String composed(Path path) {
    return Normalizer.normalize(path.toString(), Normalizer.Form.NFC);
  }

  private static FileSystemException replaced(Path file, String how) {
    return new FileSystemException(file.toString(), null, how);
  }
}
