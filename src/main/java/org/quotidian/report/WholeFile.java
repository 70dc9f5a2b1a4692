package org.quotidian.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a text file in UTF-8 that is replaced completely or not at all. */
final class WholeFile {

  private WholeFile() {}

  /** Writes the contents of a file. */
  @FunctionalInterface
  interface Content {
    void write(Writer out) throws IOException;
  }

  /**
   * Writes a temporary file beside it, forces it to disk and moves it into place.
   *
   * @throws UncheckedIOException if it cannot be written, naming the file; the old one stays
   */
  static void write(Path file, Content content) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  unfinished,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          Writer out =
              new BufferedWriter(
                  new OutputStreamWriter(
                      Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
        content.write(out);
        out.flush();
        channel.force(true);
      }
      move(unfinished, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      unfinished.toFile().delete();
    }
  }

  /** The same without forcing it to disk, for one of many files that can be written again. */
  static void writeUnforced(Path file, String content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(unfinished, content);
      move(unfinished, file);
    } finally {
      unfinished.toFile().delete();
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
