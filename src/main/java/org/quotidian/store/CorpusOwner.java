package org.quotidian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Protects a corpus on PostgreSQL from two writers. The server releases a {@link RunLock} when its
 * connection breaks, which the run may not notice. So a run writes its own token to {@code
 * corpus_owner}, and each of its transactions checks the token and locks it until the transaction
 * ends. An HSQLDB file's lock cannot get lost, and workers have leases.
 */
public final class CorpusOwner {

  /** For a chunk of a run that has lost its lock. That run ends when it begins the next chunk. */
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
   * Takes the corpus from its previous owner, after waiting for the end of the owner's transaction.
   *
   * @throws StoreException if the transaction does not end
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
              ? "a run that has lost its lock is still writing; start again when its process has ended"
              : e.getMessage();
      throw new StoreException("cannot take corpus " + corpus + ": " + problem, e);
    }
    taken = true;
  }

  /**
   * Called at the start of each transaction. Nobody else can take the corpus until the transaction
   * ends.
   *
   * @throws StoreException if another run has taken it
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
          throw lost("another run has begun since then");
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
        "This run has lost corpus %s: its connection to the database broke, and %s. Everything"
                .formatted(corpus, how)
            + " it committed is kept.");
  }
}
