package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {

  @TempDir private Path folder;

  private DatabaseAddress address() {
    return new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("x"), "sa", "");
  }

  private static SQLException unreadable() {
    return new SQLException("org.hsqldb.HsqlException: no such row", "S1000", -466);
  }

  @Test
  void whatHsqldbCannotReadIsDamageHoweverDeepItLies() {
    RuntimeException failure = new IllegalStateException(new RuntimeException(unreadable()));

    assertThat(Damage.told(address(), failure))
        .hasValueSatisfying(
            damaged ->
                assertThat(damaged)
                    .hasMessageStartingWith(
                        "the database "
                            + folder.resolve("x")
                            + " is damaged: HSQLDB says: no such row. 'quotidian repair JOB.yml"));
    assertThat(Damage.named(address(), failure)).isInstanceOf(DamagedDatabaseException.class);
  }

  @Test
  void otherFailuresAreLeftAsTheyAre() {
    RuntimeException other = new IllegalStateException(new SQLException("wrong", "42000", -5501));

    assertThat(Damage.told(address(), other)).isEmpty();
    assertThat(Damage.named(address(), other)).isSameAs(other);
  }

  @Test
  void aFullDiskIsNoDamage() {
    SQLException failure = unreadable();
    failure.initCause(new IOException("No space left on device"));

    assertThat(Damage.told(address(), new IllegalStateException(failure))).isEmpty();
  }

  @Test
  void onAServerItIsNotOurs() {
    var server = new DatabaseAddress("jdbc:postgresql://localhost/x", "me", "");

    assertThat(Damage.told(server, unreadable())).isEmpty();
  }

  @Test
  void aDataFileOfRubbishIsDamage() throws Exception {
    try (var database =
        new org.springframework.jdbc.datasource.SingleConnectionDataSource(
            address().jdbcUrl(), "sa", "", true)) {
      TestDatabase.migrate(database);
      new org.springframework.jdbc.core.JdbcTemplate(database).execute("checkpoint");
    }
    Files.write(folder.resolve("x.data"), new byte[1000]);

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Database.open(address())))
        .isInstanceOf(DamagedDatabaseException.class);
  }
}
