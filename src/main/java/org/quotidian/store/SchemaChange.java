package org.quotidian.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Updates the schema so that a process killed at any moment leaves a database that the next run can
 * use. PostgreSQL needs no help: there a migration is one transaction.
 */
public final class SchemaChange {

  private SchemaChange() {}

  /**
   * To be called before a run, which holds the {@link RunLock}, opens the database.
   *
   * @throws StoreException if its files are damaged
   */
  public static void prepare(DatabaseAddress address) {
    DatabaseFiles.of(address)
        .ifPresent(
            files -> {
              files.mend();
              if (files.exist()) {
                files.checkWhole();
              } else {
                files.beginNew();
              }
            });
  }

  /**
   * Migrates the open database.
   *
   * @throws StoreException if it cannot be updated
   */
  public static void migrate(Flyway flyway, DatabaseAddress address) {
    DatabaseFiles.of(address)
        .ifPresentOrElse(files -> migrate(flyway, address, files), flyway::migrate);
  }

  private static void migrate(Flyway flyway, DatabaseAddress address, DatabaseFiles files) {
    try {
      if (!files.isBeingMade()) {
        MigrationInfoService info = flyway.info();
        if (Arrays.stream(info.all()).anyMatch(migration -> migration.getState().isFailed())) {
          throw files.damaged("a run of version 0.1.0 was killed while it was made");
        }
        if (info.pending().length == 0) {
          return;
        }
        var copy = files.emptyCopy();
        execute(flyway, backupTo(copy));
        files.beginChange(copy);
      }
      flyway.migrate();
      execute(flyway, "checkpoint");
      files.end();
    } catch (FlywayException | SQLException e) {
      if (Damage.isCause(e)) {
        throw files.damaged(Damage.words(e));
      }
      throw new StoreException(
          "the schema of the database %s cannot be updated: %s. If nothing else helps,"
                  .formatted(address, e.getMessage())
              + " 'quotidian repair JOB.yml --anew' moves its files aside, and the next 'run' creates"
              + " all rows again from the articles",
          e);
    }
  }

  /** The statement that makes HSQLDB copy its files to a folder. */
  static String backupTo(Path folder) {
    return "backup database to '" + (folder + "/").replace("'", "''") + "' blocking as files";
  }

  private static void execute(Flyway flyway, String sql) throws SQLException {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
