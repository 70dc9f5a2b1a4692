package org.quotidian.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A session-level advisory lock of PostgreSQL, one per corpus. It ends with the connection, whose
 * application name identifies the holder.
 */
final class AdvisoryLock implements RunLock {

  private static final String NAMESPACE = "quotidian corpus "; // other programs use such locks too

  // Seconds for checking whether the connection still works.
  private static final int LONGEST_LOOK = 10;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1); // each check is a round trip

  private final DatabaseAddress database;
  private final String corpus;
  private Connection connection;
  private long lastLook = System.nanoTime();

  private AdvisoryLock(DatabaseAddress database, String corpus, Connection connection) {
    this.database = database;
    this.corpus = corpus;
    this.connection = connection;
  }

  static AdvisoryLock acquire(DatabaseAddress database, String corpus) {
    return new AdvisoryLock(database, corpus, lockedConnection(database, corpus));
  }

  private static Connection lockedConnection(DatabaseAddress database, String corpus) {
    Connection connection = null;
    try {
      connection = connect(database);
      if (!tryLock(connection, corpus)) {
        Optional<LockHolder> holder = holder(connection, corpus);
        connection.close();
        throw new AlreadyRunningException(holder);
      }
      return connection;
    } catch (SQLException e) {
      closeQuietly(connection);
      throw new StoreException("cannot use the database " + database + ": " + e.getMessage(), e);
    }
  }

  private static Connection connect(DatabaseAddress database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "10"); // seconds
    properties.setProperty("socketTimeout", "60"); // seconds; all statements here are short
    LockHolder me = LockHolder.ofThisProcess();
    properties.setProperty("ApplicationName", "quotidian " + me.pid() + " " + me.host());
    return DriverManager.getConnection(database.url(), properties);
  }

  private static boolean tryLock(Connection connection, String corpus) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, key(corpus));
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /** 64 bits of a good hash. Two corpora with the same value would exclude each other. */
  static long key(String corpus) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((NAMESPACE + corpus).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  static Optional<LockHolder> holder(DatabaseAddress database, String corpus) {
    try (Connection connection = connect(database)) {
      return holder(connection, corpus);
    } catch (SQLException e) {
      throw new StoreException("cannot use the database " + database + ": " + e.getMessage(), e);
    }
  }

  private static Optional<LockHolder> holder(Connection connection, String corpus)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select oid from pg_database where datname = current_database())
              and l.classid = ?::bigint::oid and l.objid = ?::bigint::oid
            """)) {
      statement.setLong(1, key(corpus) >>> 32);
      statement.setLong(2, key(corpus) & 0xffff_ffffL);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        String[] name = result.getString(1).split(" ", 3);
        return Optional.of(
            name.length == 3
                ? new LockHolder(Long.parseLong(name[1]), name[2], "")
                : LockHolder.UNKNOWN);
      }
    }
  }

  @Override
  public synchronized void keep() {
    if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()) {
      return;
    }
    lastLook = System.nanoTime();
    try {
      if (connection.isValid(LONGEST_LOOK)) {
        return;
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(e); // only for a negative timeout
    }
    closeQuietly(connection);
    connection = lockedConnection(database, corpus);
  }

  @Override
  public void progress(String progress) {
    // Nothing to do: the progress is in the ledger, which others can query.
  }

  @Override
  public synchronized void close() {
    closeQuietly(connection);
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // The server releases the lock when the connection is gone.
    }
  }
}
