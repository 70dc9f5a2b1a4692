package org.quotidian.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file locked by the operating system for this process. The lock ends with the process, however
 * it dies. The file itself stays and identifies the holder: process id, host and current activity,
 * one per line.
 */
final class LockFile implements AutoCloseable {

  /** Far beyond the text, so that the text can be read on every system while the lock is held. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private LockFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks the file; empty if another process has locked it, or is just checking whether it is
   * locked.
   *
   * @throws StoreException if it cannot be created
   */
  static Optional<LockFile> tryLock(Path file, String doing) {
    FileChannel channel = null;
    try {
      Files.createDirectories(file.getParent());
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
      if (!lock(channel, false)) {
        channel.close();
        return Optional.empty();
      }
      LockFile locked = new LockFile(channel);
      locked.tell(doing);
      return Optional.of(locked);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new StoreException(
          "cannot create or lock " + file + ", which prevents a second run: " + e, e);
    }
  }

  /** Whether a process has locked it. Does not prevent others from locking it. */
  static boolean isLocked(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return !lock(channel, true);
    } catch (IOException e) {
      throw new StoreException(
          "cannot read " + file + ", which shows whether there is a run: " + e, e);
    }
  }

  /** The process that has locked it; unknown if the text is missing, as between two writes. */
  static Optional<LockHolder> holder(Path file) {
    return isLocked(file) ? Optional.of(written(file)) : Optional.empty();
  }

  private static LockHolder written(Path file) {
    try {
      String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", -1);
      return new LockHolder(
          Long.parseLong(lines[0].trim()),
          lines.length > 1 ? lines[1] : "",
          lines.length > 2 ? lines[2] : "");
    } catch (IOException | NumberFormatException e) {
      return LockHolder.UNKNOWN;
    }
  }

  private static boolean lock(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, shared) != null;
    } catch (OverlappingFileLockException e) {
      return false; // locked by this process
    }
  }

  /** Writes what the holder is doing. */
  synchronized void tell(String doing) {
    LockHolder me = LockHolder.ofThisProcess();
    byte[] text =
        (me.pid() + "\n" + me.host() + "\n" + doing.replace('\n', ' ') + "\n")
            .getBytes(StandardCharsets.UTF_8);
    try {
      channel.write(ByteBuffer.wrap(text), 0);
      channel.truncate(text.length);
    } catch (IOException e) {
      // Only the description is lost, for instance because the disk is full. The lock is not.
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
      // The lock ends with the channel anyway.
    }
  }
}
