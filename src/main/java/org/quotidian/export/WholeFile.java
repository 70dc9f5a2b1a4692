package org.quotidian.export;

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

/**
 * A text file in UTF-8 that is replaced completely or not at all. Text is written to a temporary
 * file beside it, which {@link #publish} forces to disk and moves into place. Closing it without
 * publishing leaves the old file as it was.
 */
public final class WholeFile implements AutoCloseable {

  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;
  private final Writer writer;

  /**
   * @throws IOException if the folder cannot be created or written to
   */
  public WholeFile(Path file) throws IOException {
    this.file = file;
    this.unfinished = unfinished(file);
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
  }

  /**
   * Writes a complete file.
   *
   * @throws UncheckedIOException if it cannot be written, naming the file; the old file stays
   */
  public static void write(Path file, String content) {
    try (WholeFile whole = new WholeFile(file)) {
      whole.writer().write(content);
      whole.publish();
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /**
   * Writes a complete file without forcing it to disk, for files that can be written again or are
   * valid only for a moment.
   */
  public static void writeUnforced(Path file, String content) throws IOException {
    Path unfinished = unfinished(file);
    try {
      Files.writeString(unfinished, content);
      move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The exception for a file that could not be written. */
  public static UncheckedIOException cannotWrite(Path file, IOException e) {
    return new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
  }

  /** Receives the text. The caller need not close it. */
  public Writer writer() {
    return writer;
  }

  /** Forces the text to disk and moves the file into place. */
  public void publish() throws IOException {
    writer.flush();
    channel.force(true);
    channel.close();
    move(unfinished, file);
  }

  private static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + ".tmp");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
