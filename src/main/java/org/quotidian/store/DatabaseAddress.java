package org.quotidian.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of the database, with settings that make it safe: an HSQLDB file must not lose the
 * last commit when the process is killed, must allow a reader and a writer at the same time, and
 * must keep rows on disk and not in memory.
 */
public record DatabaseAddress(String url, String user, String password) {

  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&;][^=&;]*(?:password|secret|token|crypt_key)[^=&;]*=)[^&;]*");

  private static final String HSQLDB_FILE = "jdbc:hsqldb:file:";

  /**
   * write_delay: a commit is on disk when it returns. tx: multi-version, so that readers do not
   * wait. lock_file: HSQLDB's own lock makes a second process wait for 11 s and survives a kill;
   * {@link RunLock} replaces it. default_table_type: rows on disk. result_max_memory_rows: large
   * results too. log_size (MB): a checkpoint writes pages all over the data file, because article
   * ids are hashes; after a kill, a log of this size is read again within seconds. nio_max_size
   * (MB): a data file up to this size is mapped into memory, so that a row needs no system call.
   * Without the last two, the last of a million articles took 1.7 times as long as the first.
   * extlog: warnings go to {@link LostWrites}. shutdown: close when the last connection closes.
   */
  private static final String HSQLDB_SETTINGS =
      ";hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.lock_file=false"
          + ";hsqldb.default_table_type=cached;hsqldb.result_max_memory_rows=5000"
          + ";hsqldb.log_size=200;hsqldb.nio_max_size=65536"
          + ";hsqldb.extlog=2;shutdown=true";

  /** The URL for connecting. */
  public String jdbcUrl() {
    return url.startsWith(HSQLDB_FILE) ? url + HSQLDB_SETTINGS : url;
  }

  public boolean isPostgres() {
    return url.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:");
  }

  /** Path of an HSQLDB file database without its extensions; empty for other databases. */
  public Optional<Path> file() {
    if (!url.startsWith(HSQLDB_FILE)) {
      return Optional.empty();
    }
    String path = url.substring(HSQLDB_FILE.length());
    int settings = path.indexOf(';');
    return Optional.of(Path.of(settings < 0 ? path : path.substring(0, settings)).toAbsolutePath());
  }

  /** The URL for people and logs, without passwords and keys among its parameters. */
  public String shown() {
    return SECRET.matcher(url).replaceAll("$1***");
  }

  /** Omits the password, so that it cannot reach a log. */
  @Override
  public String toString() {
    return shown() + " as " + user;
  }
}
