package org.quotidian.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in Java's temporary folder that is written once from start to end, then mapped into
 * memory. Where the system allows it, the file has no name, so a killed process leaves nothing
 * behind. Its disk space is freed once nothing is mapped.
 */
final class TemporaryFile implements AutoCloseable {

  private static final int AT_ONCE = 1 << 16; // bytes

  private final Path folder;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(AT_ONCE);

  /**
   * @throws TemporaryFileException if it cannot be created
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
              StandardOpenOption.DELETE_ON_CLOSE); // deletes immediately, except on Windows
    } catch (IOException e) {
      throw new TemporaryFileException(folder, e);
    }
  }

  /** Appends at most {@value #AT_ONCE} bytes. */
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
   * The written bytes, for reading.
   *
   * @param from start in bytes
   * @param size in bytes, at most 2 GB
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

  /** Java's temporary folder cannot be used or is full. */
  static final class TemporaryFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemporaryFileException(Path folder, IOException cause) {
      super(
          ("the temporary folder %s cannot be written to (%s; %d MB left): finding duplicates needs"
                  + " at least 130 bytes per article there; free some space, or use another folder with"
                  + " QUOTIDIAN_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER")
              .formatted(folder, cause.getMessage(), folder.toFile().getUsableSpace() >> 20),
          cause);
    }
  }
}
