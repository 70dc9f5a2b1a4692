package org.quotidian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Fences a run of a corpus on PostgreSQL: the server gives a {@link RunLock} up when its connection
 * breaks, which the run may not notice. So a run writes a token of its own into {@code
 * corpus_owner}, and each of its transactions sees that it is still there and keeps it there until
 * it ends. The lock of an HSQLDB file cannot get lost, and workers have leases.
 */
public final class CorpusOwner {

  /** For a chunk of a run that has lost its lock; it ends when it begins the next. */
  private static final String LONGEST_WAIT = "5min";

  private static final String LOCK_NOT_AVAILABLE = "55P03"; // SQL state

  private final RunLock lock;
  private final String corpus;
  private final String token = UUID.randomUUID().toString();
  private volatile boolean taken;

  public CorpusOwner(RunLock lock, String corpus) {
    this.lock = lock;
    this.corpus = corpus;
  }

  /**
   * Takes the corpus from whoever had it; waits until their transaction has ended.
   *
   * @throws StoreException if it does not end
   */
  public void take(DataSource dataSource) {
    if (!(lock instanceof AdvisoryLock)) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement();
          PreparedStatement owner =
              connection.prepareStatement(
                  """
                  insert into corpus_owner (corpus, token) values (?, ?)
                  on conflict (corpus) do update set token = excluded.token
                  """)) {
        statement.execute("set local lock_timeout = '" + LONGEST_WAIT + "'");
        owner.setString(1, corpus);
        owner.setString(2, token);
        owner.executeUpdate();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      String problem =
          LOCK_NOT_AVAILABLE.equals(e.getSQLState())
              ? "a run that has lost its lock still writes; start again when its process has ended"
              : e.getMessage();
      throw new StoreException("cannot take corpus " + corpus + ": " + problem, e);
    }
    taken = true;
  }

  /**
   * Is called at the start of each transaction: until it ends, nobody else can take the corpus.
   *
   * @throws StoreException if somebody has
   */
  public void check(Connection connection) throws SQLException {
    if (!taken) {
      return;
    }
    keepLock();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 1 from corpus_owner where corpus = ? and token = ? for share")) {
      statement.setString(1, corpus);
      statement.setString(2, token);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw lost("another run has begun since");
        }
      }
    }
  }

  private void keepLock() {
    try {
      lock.keep();
    } catch (AlreadyRunningException e) {
      throw lost("it is " + e.getMessage());
    }
  }

  private StoreException lost(String how) {
    return new StoreException(
        "This run has lost corpus %s: its connection to the database broke, and %s. What it had"
                .formatted(corpus, how)
            + " committed stays.");
  }
}
