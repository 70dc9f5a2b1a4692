package org.quotidian.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database opened by a command, without the job. */
public final class Database implements AutoCloseable {

  /** The number of the newest migration beside {@link SpringBatchSchema}. */
  static final int SCHEMA_VERSION = 11;

  /**
   * How many rows of a result a driver holds in memory, within a transaction. PostgreSQL's would
   * otherwise hold all.
   */
  public static final int ROWS_AT_ONCE = 1000;

  // Bytes; rewriting a file is not worth while for less.
  private static final long LEAST_LOST = 4L << 20;

  private final DatabaseAddress address;
  private final SingleConnectionDataSource dataSource;
  private final JdbcClient jdbc;

  private Database(DatabaseAddress address, SingleConnectionDataSource dataSource) {
    this.address = address;
    this.dataSource = dataSource;
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(ROWS_AT_ONCE);
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * Opens a database created by a run; empty if there is none yet. For an HSQLDB file, the caller
   * holds the {@link RunLock} or the {@link LookLock}.
   *
   * @throws StoreException if it cannot be reached, or its files are damaged
   */
  public static Optional<Database> open(DatabaseAddress address) {
    Optional<DatabaseFiles> files = DatabaseFiles.of(address);
    if (files.isPresent() && !isWhole(files.get(), address)) {
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
      return Optional.of(new Database(address, dataSource));
    } catch (SQLException e) {
      dataSource.destroy();
      if (files.isPresent() && Damage.isCause(e)) {
        throw files.get().damaged(Damage.words(e));
      }
      throw new StoreException("cannot use the database " + address + ": " + e.getMessage(), e);
    }
  }

  /** Whether a run has finished creating it. Only a run repairs an interrupted change. */
  private static boolean isWhole(DatabaseFiles files, DatabaseAddress address) {
    if (files.isBeingMade()) {
      return false;
    }
    if (files.isChanging()) {
      throw new StoreException(
          "the database "
              + address
              + " was interrupted while it was updated; the next 'run' restores it");
    }
    if (!files.exist()) {
      return false;
    }
    files.checkWhole();
    return true;
  }

  /**
   * Checks the version of the schema. Only a run updates it, because on a server a run of an older
   * version may be in progress. Flyway is not used here because its start takes a third of the time
   * of a short command.
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
              + " was created by an older version of this program; the next 'run' updates it");
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

  /**
   * Rewrites an HSQLDB data file to make it smaller, if at least a quarter of it is unused.
   * PostgreSQL does this by itself.
   */
  public void giveSpaceBack() {
    if (address.file().isEmpty()) {
      return;
    }
    jdbc.sql("checkpoint").update();
    boolean worthIt =
        jdbc.sql("select file_lost_bytes, file_free_pos from information_schema.system_cacheinfo")
            .query(
                (row, number) ->
                    row.getLong(1) >= LEAST_LOST && row.getLong(1) * 4 >= row.getLong(2))
            .list()
            .contains(true);
    if (worthIt) {
      jdbc.sql("checkpoint defrag").update();
    }
  }

  /**
   * Copies the files of an HSQLDB database to a folder, which appears when all are complete.
   *
   * @param folder must not exist yet
   * @throws StoreException if it cannot be written
   */
  public void backup(Path folder) {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".part").toAbsolutePath();
    try {
      Files.createDirectories(unfinished.getParent());
      DatabaseFiles.removeFolder(unfinished);
      jdbc.sql(SchemaChange.backupTo(unfinished)).update();
      DatabaseFiles.forceFolder(unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | DataAccessException e) {
      DatabaseFiles.removeFolder(unfinished);
      throw new StoreException("cannot write the backup " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads every row of every table.
   *
   * @throws RuntimeException if one cannot be read
   */
  public void readThrough() {
    jdbc.sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .forEach(
            table ->
                jdbc.sql("select * from \"" + table + "\"")
                    .withFetchSize(ROWS_AT_ONCE)
                    .query(row -> {}));
  }

  @Override
  public void close() {
    dataSource.destroy();
  }
}
