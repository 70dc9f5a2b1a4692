package org.quotidian.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ensures that there is enough disk space for an HSQLDB file before anything is written to it.
 * HSQLDB maps its data file into memory and enlarges it as a sparse file. If the disk is full, Java
 * reports this some time later and anywhere. So the file is enlarged with zeros before HSQLDB needs
 * the space, which either reserves the space or fails here.
 */
public final class DatabaseRoom {

  /** Bytes that are always kept free, for the log and for the old pages of the next writes. */
  static final long RESERVE = 32L << 20;

  private static final long MAPPED = 16L << 20; // HSQLDB maps its file in parts of this size
  private static final long UNMAPPED = 8L << 20; // unless the file is smaller than this
  private static final long AHEAD = 4L << 20;

  private static final String FREE_POSITION =
      "select max(file_free_pos) from information_schema.system_cacheinfo";

  private final JdbcTemplate jdbc;
  private final DatabaseAddress address;

  public DatabaseRoom(JdbcTemplate jdbc, DatabaseAddress address) {
    this.jdbc = jdbc;
    this.address = address;
  }

  /**
   * To be called before something is written, by the only thread that writes.
   *
   * @param bytes approximately how many that will be
   * @throws StoreException if the disk has almost no space for it, naming the disk
   */
  public void make(long bytes) {
    Optional<Path> file = address.file();
    if (file.isEmpty()) {
      return;
    }
    Long used = jdbc.queryForObject(FREE_POSITION, Long.class);
    long end = (used == null ? 0 : used) + bytes + AHEAD;
    if (end > UNMAPPED) {
      fill(address, (end + MAPPED - 1) / MAPPED * MAPPED);
    }
    check(address, RESERVE);
  }

  /**
   * To be called before a database is opened for writing.
   *
   * @throws StoreException if its disk is almost full
   */
  public static void check(DatabaseAddress address) {
    check(address, RESERVE);
  }

  /**
   * To be called before a database is opened for reading. If it was not closed, HSQLDB writes: it
   * reads its log again and then deletes it, even if it could not finish.
   *
   * @throws StoreException if it was not closed, and its disk is almost full
   */
  static void checkIfNotClosed(DatabaseAddress address) {
    Optional<Path> file = address.file();
    if (file.isPresent()
        && file.get().resolveSibling(file.get().getFileName() + ".log").toFile().length() > 0) {
      check(address, RESERVE);
    }
  }

  private static void check(DatabaseAddress address, long needed) {
    address.file().flatMap(file -> NoRoom.on(file, needed)).ifPresent(DatabaseRoom::fail);
  }

  private static void fill(DatabaseAddress address, long length) {
    Path file = address.file().orElseThrow();
    Path data = file.resolveSibling(file.getFileName() + ".data");
    try (FileChannel channel = FileChannel.open(data, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (size >= length) {
        return;
      }
      check(address, length - size + RESERVE);
      ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
      while (size < length) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), length - size));
        size += channel.write(zeros, size);
      }
    } catch (IOException e) {
      throw new StoreException("the database file " + data + " cannot be enlarged: " + e, e);
    }
  }

  private static void fail(String told) {
    throw new StoreException(told);
  }
}
