package org.quotidian.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in Java's temporary folder that is written from its begin to its end, then mapped into
 * memory. It has no name, where the system can do that, so a kill leaves nothing behind; what it
 * takes of the disk is free once nothing is mapped.
 */
final class TemporaryFile implements AutoCloseable {

  private static final int AT_ONCE = 1 << 16; // bytes

  private final Path folder;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(AT_ONCE);

  /**
   * @throws TemporaryFileException if it cannot be made
   */
  TemporaryFile() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  TemporaryFile(Path folder) {
    this.folder = folder;
    try {
      Path file = Files.createTempFile(folder, "quotidian-", ".tmp");
      this.channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE); // which deletes at once, but on Windows
    } catch (IOException e) {
      throw new TemporaryFileException(folder, e);
    }
  }

  /** Writes some bytes, at most {@value #AT_ONCE}, behind what was written before. */
  void write(byte[] bytes) {
    if (buffer.remaining() < bytes.length) {
      flush();
    }
    buffer.put(bytes);
  }

  void write(long number) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(number);
  }

  private void flush() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw new TemporaryFileException(folder, e);
    }
  }

  /**
   * What was written, for reading.
   *
   * @param from in bytes, as is {@code size}, which is at most 2 GB
   */
  ByteBuffer map(long from, long size) {
    flush();
    try {
      return channel.map(FileChannel.MapMode.READ_ONLY, from, size);
    } catch (IOException e) {
      throw new TemporaryFileException(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new TemporaryFileException(folder, e);
    }
  }

  /** That Java's temporary folder cannot be used, or is full. */
  static final class TemporaryFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemporaryFileException(Path folder, IOException cause) {
      super(
          ("the temporary folder %s cannot be written to (%s; %d MB left): finding duplicates needs"
                  + " 130 bytes an article and more there; free some, or name another folder, as"
                  + " QUOTIDIAN_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER")
              .formatted(folder, cause.getMessage(), folder.toFile().getUsableSpace() >> 20),
          cause);
    }
  }
}
