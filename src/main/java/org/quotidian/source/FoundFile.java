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
 * Opens files at the real paths where a {@link SourceFinder} found them, and nothing else: links
 * are judged when they are found, and one that stands in the place of a file or of a folder since
 * then is not followed. What is no file is not opened: a pipe would be waited for.
 *
 * <p>Java cannot ask an open file what it is. So its name is asked before and after; whoever can
 * put something else in its place and the file back within that moment is not kept out.
 */
public final class FoundFile {

  private FoundFile() {}

  /** Whether the file is still there and may be read; if not, that may pass. */
  public static boolean isReadable(Path file) {
    try {
      checkType(file, attributes(file));
      checkPlace(file);
      return Files.isReadable(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** The file, to be read from any place in it. */
  static SeekableByteChannel channel(Path file) throws IOException {
    return open(
        file, () -> Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  /** The file from its first byte on. */
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
        throw replaced(file, "another file took its place in this moment");
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
      throw replaced(file, "it is a link now, and was a file when it was found");
    }
    if (!attributes.isRegularFile()) {
      throw replaced(
          file,
          attributes.isDirectory()
              ? "it is a folder now, and was a file when it was found"
              : "it is a pipe, a socket or a device now, and was a file when it was found");
    }
  }

  private static void checkPlace(Path file) throws IOException {
    Path real = file.toRealPath();
    if (!real.equals(file) && !composed(real).equals(composed(file))) {
      throw replaced(file, "a folder on the way to it is a link now, and leads to " + real);
    }
  }

  /** Some file systems write letters with accents as two characters. */
  private static String composed(Path path) {
    return Normalizer.normalize(path.toString(), Normalizer.Form.NFC);
  }

  private static FileSystemException replaced(Path file, String how) {
    return new FileSystemException(file.toString(), null, how);
  }
}
