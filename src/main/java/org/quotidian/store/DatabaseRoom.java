package org.quotidian.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Room on the disk of an HSQLDB file, made sure of before something is written to it. HSQLDB maps
 * its data file into memory and enlarges it by a hole; where the disk has nothing to fill a hole
 * with, Java says so some time later, anywhere. So the file is enlarged with zeros before HSQLDB
 * comes to need it, which either has the disk's room or fails here.
 */
public final class DatabaseRoom {

  /** Bytes that are always left: for the log and the old pages of what is written next. */
  static final long RESERVE = 32L << 20;

  private static final long MAPPED = 16L << 20; // HSQLDB maps its file in pieces of so many bytes
  private static final long UNMAPPED = 8L << 20; // but not one that is smaller than this
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
   * Before something is written, by the only thread that writes.
   *
   * @param bytes about how many that will be
   * @throws StoreException if the disk has hardly room for it, naming the disk
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
   * Before a database is opened to write to it.
   *
   * @throws StoreException if its disk has hardly any room
   */
  public static void check(DatabaseAddress address) {
    check(address, RESERVE);
  }

  /**
   * Before a database is opened to read it, which writes if it was not closed: HSQLDB then reads
   * its log again and deletes it, as far as it came.
   *
   * @throws StoreException if it was not closed, and its disk has hardly any room
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
