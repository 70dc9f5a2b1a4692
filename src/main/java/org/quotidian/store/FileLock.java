package org.quotidian.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on a file beside the database; it goes with the process. The file
 * itself stays and tells who holds it: process id, host and progress, one a line.
 */
final class FileLock implements RunLock {

  /** Far past the text, so that it can be read while the lock is held, on every system. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  static FileLock acquire(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".lock");
    FileChannel channel = null;
    try {
      Files.createDirectories(file.getParent());
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
      if (tryLock(channel) == null) {
        channel.close();
        throw new AlreadyRunningException(holder(file));
      }
      FileLock lock = new FileLock(channel);
      lock.progress("");
      return lock;
    } catch (IOException e) {
      closeQuietly(channel);
      throw new StoreException(
          "cannot make or lock " + file + ", which keeps a second run out: " + e, e);
    }
  }

  private static java.nio.channels.@Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static @Nullable LockHolder holder(Path file) throws IOException {
    String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", -1);
    try {
      return new LockHolder(
          Long.parseLong(lines[0].trim()),
          lines.length > 1 ? lines[1] : "",
          lines.length > 2 ? lines[2] : "");
    } catch (NumberFormatException e) {
      return null; // caught between two writes
    }
  }

  @Override
  public synchronized void progress(String progress) {
    byte[] text =
        (ThisProcess.pid() + "\n" + ThisProcess.host() + "\n" + progress.replace('\n', ' ') + "\n")
            .getBytes(StandardCharsets.UTF_8);
    try {
      channel.write(ByteBuffer.wrap(text), 0);
      channel.truncate(text.length);
    } catch (IOException e) {
      // Only the description is lost, as when the disk is full; the lock holds.
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock goes with the channel all the same.
    }
  }
}
