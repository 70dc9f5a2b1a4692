package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseTest {

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

  @Nested
  class OnHsqldb extends Behaviour {

    @Override
    DatabaseAddress address() {
      return new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db/x"), "sa", "");
    }

    @Test
    void theNewestMigrationIsTheVersionThatIsAskedFor() {
      assertThat(flyway(address(), "latest").info().all())
          .extracting(migration -> migration.getVersion().getVersion())
          .endsWith(String.valueOf(Database.SCHEMA_VERSION));
    }

    @Test
    void aBackupIsADatabaseOfTheSameName() {
      migrate(address(), "latest");
      Path backup = folder.resolve("backup");
      try (Database database = Database.open(address()).orElseThrow()) {
        database.runs().begin("news", false, "", "", "");
        database.backup(backup);

        assertThatThrownBy(() -> database.backup(backup))
            .isInstanceOf(StoreException.class)
            .hasMessageStartingWith("cannot write the backup " + backup);
      }
      assertThat(folder.resolve("backup.part")).doesNotExist();

      var address = new DatabaseAddress("jdbc:hsqldb:file:" + backup.resolve("x"), "sa", "");
      try (Database database = Database.open(address).orElseThrow()) {
        assertThat(database.runs().last("news")).isPresent();
      }
    }

    @Test
    void theFileGetsSmallerWhereThatIsWorthIt() throws Exception {
      migrate(address(), "latest");
      Path data = folder.resolve("db/x.data");
      try (Database database = Database.open(address()).orElseThrow()) {
        JdbcTemplate jdbc =
            new JdbcTemplate(new DriverManagerDataSource(address().jdbcUrl(), "sa", ""));
        for (int i = 0; i < 60; i++) {
          jdbc.update(
              "insert into short_lines values (?, 'gone', '', '', ?)", "" + i, "x".repeat(200_000));
        }
        database.giveSpaceBack();
        long full = Files.size(data);
        database.purge().removeCorpus("gone");

        database.giveSpaceBack();

        assertThat(Files.size(data)).isLessThan(full / 2);
      }
    }

    @Test
    void aChangeOfTheSchemaThatWasCutOffIsForARunToMend() throws Exception {
      migrate(address(), "latest");
      Files.writeString(folder.resolve("db/x.changing"), "older\n");
      assertThatThrownBy(() -> Database.open(address()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("the next 'run' restores it");

      Files.writeString(folder.resolve("db/x.changing"), "new\n");
      assertThat(Database.open(address())).as("one that was only being made").isEmpty();
    }
  }

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {

    private final DatabaseAddress address = TestDatabase.newOnServer();

    @Override
    DatabaseAddress address() {
      return address;
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutPassword() {
      var none = new DatabaseAddress("jdbc:postgresql://localhost:1/x", "me", "secret");

      assertThatThrownBy(() -> Database.open(none))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("cannot use the database jdbc:postgresql://localhost:1/x as me: ")
          .hasMessageNotContaining("secret");
    }
  }

  abstract static class Behaviour {

    @TempDir Path folder;

    abstract DatabaseAddress address();

    @Test
    void oneThatNoRunHasMadeIsEmpty() {
      assertThat(Database.open(address())).isEmpty();
    }

    @Test
    void oneOfAnOlderVersionIsNamedAsSuch() {
      migrate(address(), "4");
      assertThatThrownBy(() -> Database.open(address()))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll("created by an older version", "'run' updates it");

      migrate(address(), "latest");
      try (Database database = Database.open(address()).orElseThrow()) {
        assertThat(database.runs().latest(1)).isEmpty();
      }
    }

    @Test
    void articlesOfAnOlderVersionHaveNoNotes() {
      migrate(address(), "10");
      new JdbcTemplate(
              new DriverManagerDataSource(
                  address().jdbcUrl(), address().user(), address().password()))
          .update(
              """
              insert into article (article_id, corpus, source, record, title, author, published,
                lang, characters, sentences, entities, quotes, sha256, run_id, extracted_at, content)
              values ('1', 'news', 'a.txt', '', '', '', '', 'en', 4, 0, 0, 0, '', 1,
                current_timestamp, 'Text')
              """);

      migrate(address(), "latest");

      try (Database database = Database.open(address()).orElseThrow()) {
        database.rows("news").articles(article -> assertThat(article.notes()).isEmpty());
        assertThat(database.statistics("news").notes()).isZero();
        assertThat(database.statistics("news").rows()).containsEntry("articles", 1);
      }
    }

    @Test
    void aWholeOneCanBeReadThroughAndLookedAt() {
      migrate(address(), "latest");
      try (Database database = Database.open(address()).orElseThrow()) {
        database.runs().begin("news", false, "", "", "");

        database.readThrough();
        database.giveSpaceBack();

        assertThat(database.runs().last("news")).isPresent();
        assertThat(database.statistics("news").rows()).containsEntry("articles", 0);
        assertThat(database.purge().articles("news")).isZero();
        database.rows("news").articles(article -> {});
      }
    }
  }
}
