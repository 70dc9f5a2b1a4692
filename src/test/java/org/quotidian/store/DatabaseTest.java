package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  @TempDir private Path folder;

  @Test
  void oneOfAnOlderVersionIsNamedAsSuch() {
    var address = new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db/x"), "sa", "");
    assertThat(Database.open(address)).isEmpty();

    migrate(address, "4");
    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("made by an older version", "'run' brings it up to date");

    migrate(address, "latest");
    try (Database database = Database.open(address).orElseThrow()) {
      assertThat(database.runs().latest(1)).isEmpty();
    }
  }

  @Test
  void theNewestMigrationIsTheVersionThatIsAskedFor() {
    var address = new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db/x"), "sa", "");
    assertThat(flyway(address, "latest").info().all())
        .extracting(migration -> migration.getVersion().getVersion())
        .endsWith(String.valueOf(Database.SCHEMA_VERSION));
  }

  private static void migrate(DatabaseAddress address, String version) {
    flyway(address, version).migrate();
  }

  private static Flyway flyway(DatabaseAddress address, String version) {
    return Flyway.configure()
        .dataSource(address.jdbcUrl(), address.user(), address.password())
        .javaMigrations(new SpringBatchSchema())
        .target(version)
        .load();
  }
}
