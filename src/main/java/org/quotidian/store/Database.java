package org.quotidian.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database opened to look at what it holds, without the job. */
public final class Database implements AutoCloseable {

  /** The newest of the migrations beside {@link SpringBatchSchema}. */
  static final int SCHEMA_VERSION = 7;

  private final SingleConnectionDataSource dataSource;
  private final JdbcClient jdbc;

  private Database(SingleConnectionDataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Opens a database that a run has made; empty if there is none yet. The caller holds the {@link
   * RunLock} of an HSQLDB file.
   *
   * @throws StoreException if it cannot be reached
   */
  public static Optional<Database> open(DatabaseAddress address) {
    Optional<Path> file = address.file();
    if (file.isPresent()
        && !Files.exists(file.get().resolveSibling(file.get().getFileName() + ".script"))) {
      return Optional.empty();
    }
    DatabaseRoom.checkIfNotClosed(address);
    LostWrites.watch(address);
    var dataSource =
        new SingleConnectionDataSource(address.jdbcUrl(), address.user(), address.password(), true);
    try {
      boolean made =
          dataSource.getConnection().getMetaData().getTables(null, null, "RUN", null).next()
              || dataSource.getConnection().getMetaData().getTables(null, null, "run", null).next();
      if (!made) {
        dataSource.destroy();
        return Optional.empty();
      }
      checkVersion(dataSource, address);
      return Optional.of(new Database(dataSource));
    } catch (SQLException e) {
      dataSource.destroy();
      throw new StoreException("cannot use the database " + address + ": " + e.getMessage(), e);
    }
  }

  /**
   * Only a run changes the schema: on a server, another one of the older version may be at work.
   * Flyway is not asked, because it takes a third of the time of a short command to start.
   */
  private static void checkVersion(SingleConnectionDataSource dataSource, DatabaseAddress address) {
    int version =
        JdbcClient.create(dataSource)
            .sql("select \"version\" from \"flyway_schema_history\" where \"success\" = true")
            .query(Integer.class)
            .stream()
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    if (version < SCHEMA_VERSION) {
      dataSource.destroy();
      throw new StoreException(
          "the database "
              + address
              + " was made by an older version of this program; the next 'run' brings it up to date",
          null);
    }
  }

  public Runs runs() {
    return new Runs(jdbc);
  }

  public CorpusRows rows(String corpus) {
    return new CorpusRows(jdbc, corpus);
  }

  public CorpusStatistics statistics(String corpus) {
    return new CorpusStatistics(jdbc, corpus);
  }

  public Purge purge() {
    return new Purge(dataSource);
  }

  @Override
  public void close() {
    dataSource.destroy();
  }
}
