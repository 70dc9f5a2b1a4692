package org.quotidian.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A session-level advisory lock of PostgreSQL, one for each corpus; it goes with the connection,
 * and the connection's application name tells who holds it.
 */
final class AdvisoryLock implements RunLock {

  /** First key of all our locks: "quot" in ASCII. */
  private static final int NAMESPACE = 0x71756f74;

  private static final int LONGEST_LOOK = 10; // seconds to see whether the connection is there

  private final DatabaseAddress database;
  private final String corpus;
  private Connection connection;

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
        LockHolder holder = holder(connection, corpus);
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
    properties.setProperty("socketTimeout", "60"); // seconds; each statement here is over at once
    properties.setProperty(
        "ApplicationName", "quotidian " + ThisProcess.pid() + " " + ThisProcess.host());
    return DriverManager.getConnection(database.url(), properties);
  }

  private static boolean tryLock(Connection connection, String corpus) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
      statement.setInt(1, NAMESPACE);
      statement.setInt(2, corpus.hashCode());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static @Nullable LockHolder holder(Connection connection, String corpus)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted
              and l.classid = ?::bigint::oid and l.objid = ?::bigint::oid
            """)) {
      statement.setLong(1, Integer.toUnsignedLong(NAMESPACE));
      statement.setLong(2, Integer.toUnsignedLong(corpus.hashCode()));
      try (ResultSet result = statement.executeQuery()) {
        String[] name = result.next() ? result.getString(1).split(" ", 3) : new String[0];
        return name.length == 3 ? new LockHolder(Long.parseLong(name[1]), name[2], "") : null;
      }
    }
  }

  @Override
  public synchronized void keep() {
    try {
      if (connection.isValid(LONGEST_LOOK)) {
        return;
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(e); // only for a negative time
    }
    closeQuietly(connection);
    connection = lockedConnection(database, corpus);
  }

  @Override
  public void progress(String progress) {
    // The ledger tells everybody who can ask this database.
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
      // The server gives the lock up when the connection is gone.
    }
  }
}
