package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {

  private static DatabaseAddress at(String url) {
    return new DatabaseAddress(url, "me", "secret");
  }

  @Test
  void anHsqldbFileGetsTheSettingsThatKeepItsCommits() {
    assertThat(at("jdbc:hsqldb:file:db/x").jdbcUrl())
        .startsWith("jdbc:hsqldb:file:db/x;")
        .contains(";hsqldb.write_delay=false", ";hsqldb.tx=mvcc", ";hsqldb.lock_file=false");
    assertThat(at("jdbc:hsqldb:mem:x").jdbcUrl()).isEqualTo("jdbc:hsqldb:mem:x");
  }

  @Test
  void onlyAnHsqldbFileHasAFile() {
    assertThat(at("jdbc:hsqldb:file:db/x;shutdown=true").file())
        .contains(Path.of("db/x").toAbsolutePath());
    assertThat(at("jdbc:hsqldb:mem:x").file()).isEmpty();
    assertThat(at("jdbc:postgresql://localhost/x").file()).isEmpty();
  }

  @Test
  void aServerIsToldByItsUrl() {
    assertThat(at("JDBC:PostgreSQL://localhost/x").isPostgres()).isTrue();
    assertThat(at("jdbc:hsqldb:file:jdbc:postgresql:").isPostgres()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/x?password=p&ssl=true, jdbc:postgresql://h/x?password=***&ssl=true",
    "jdbc:postgresql://h/x?a=b&sslPassword=p, jdbc:postgresql://h/x?a=b&sslPassword=***",
    "jdbc:hsqldb:file:x;crypt_key=p;a=b, jdbc:hsqldb:file:x;crypt_key=***;a=b",
    "jdbc:postgresql://h/password, jdbc:postgresql://h/password"
  })
  void secretsAreNotShown(String url, String shown) {
    assertThat(at(url).shown()).isEqualTo(shown);
    assertThat(at(url)).hasToString(shown + " as me");
  }
}
