package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database is complete or absent, whenever the process that creates it dies. More kills: {@code
 * -Dquotidian.schema.kills=200}.
 */
@Tag("process")
@Tag("slow")
class SchemaChangeTest {

  private static final int KILLS = Integer.getInteger("quotidian.schema.kills", 10);
  private static final long SEED = Long.getLong("quotidian.kill.seed", System.nanoTime());

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private int cutOff;

  @Test
  void aNewDatabaseSurvivesEveryKill() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      DatabaseAddress address = address("new" + kill);
      killWhileItChanges(address, kill);

      lookAt(address, kill);
      change(address);
      assertThat(version(address)).as("seed " + SEED).isEqualTo(Database.SCHEMA_VERSION);
    }
    assertThat(cutOff).as("kills that hit a change").isPositive();
  }

  @Test
  void anOlderDatabaseSurvivesEveryKill() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      DatabaseAddress address = address("older" + kill);
      try (Flying older = new Flying(address, "7")) {
        older.flyway.migrate();
        older
            .jdbc
            .sql(
                "insert into short_lines (article_id, corpus, sha256, fingerprint, lines)"
                    + " values ('a', 'c', '', '', 'kept')")
            .update();
      }
      killWhileItChanges(address, kill);

      lookAt(address, kill);
      change(address);
      assertThat(version(address)).as("seed " + SEED).isEqualTo(Database.SCHEMA_VERSION);
      try (Flying now = new Flying(address, "latest")) {
        assertThat(now.jdbc.sql("select lines from short_lines").query(String.class).list())
            .as("seed " + SEED)
            .containsExactly("kept");
      }
    }
    assertThat(cutOff).as("kills that hit a change").isPositive();
  }

  /** A reader never sees half a database, and never a failure without a message. */
  private static void lookAt(DatabaseAddress address, int kill) {
    try {
      Database.open(address).ifPresent(Database::close);
    } catch (StoreException e) {
      assertThat(e).as("kill " + kill).hasMessageContaining("the next 'run'");
    }
  }

  @Test
  void whatWasBeforeIsPutBackHoweverOftenThatIsCutOff() throws Exception {
    DatabaseAddress address = address("x");
    change(address);
    DatabaseFiles files = DatabaseFiles.of(address).orElseThrow();
    Path copy = files.emptyCopy();
    try (Flying now = new Flying(address, "latest")) {
      now.jdbc.sql("backup database to '" + copy + "/' blocking as files").update();
    }
    files.beginChange(copy);
    Files.writeString(folder.resolve("db/x.script"), "half of it");
    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the next 'run' restores it");

    Files.delete(folder.resolve("db/x.data")); // as if its repair had been interrupted
    change(address);

    assertThat(version(address)).isEqualTo(Database.SCHEMA_VERSION);
    assertThat(folder.resolve("db/x.before")).doesNotExist();
    assertThat(folder.resolve("db/x.changing")).doesNotExist();
  }

  @Test
  void oneThatAnEarlierVersionLeftHalfMadeIsNamedAsSuch() throws Exception {
    DatabaseAddress address = address("x");
    try (Flying older = new Flying(address, "4")) {
      older.flyway.migrate();
      older
          .jdbc
          .sql("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '4'")
          .update();
    }

    assertThatThrownBy(() -> change(address))
        .isInstanceOf(DamagedDatabaseException.class)
        .hasMessageContainingAll("killed while it was made", "quotidian repair");
  }

  /** As left by earlier versions: everything is still in the log. */
  @Test
  void oneThatCrashedBeforeItsFirstCheckpointIsWhole() throws Exception {
    DatabaseAddress address = address("x");
    try (Flying older = new Flying(address, "7")) {
      older.flyway.migrate();
      try (Stream<Path> files = Files.list(folder.resolve("db"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = file.getFileName().toString().replace("x.", "crashed.");
          Files.copy(file, file.resolveSibling(name));
        }
      }
    }

    change(address("crashed"));

    assertThat(version(address("crashed"))).isEqualTo(Database.SCHEMA_VERSION);
  }

  private void killWhileItChanges(DatabaseAddress address, int kill) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Changing.class.getName(),
                address.url())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen.txt").toFile())
            .start();
    Path mark =
        address
            .file()
            .orElseThrow()
            .resolveSibling(address.file().orElseThrow().getFileName() + ".changing");
    while (process.isAlive() && !Files.exists(mark)) {
      Thread.sleep(1);
    }
    Thread.sleep(random.nextInt(700) * (kill + 1L) / KILLS);
    process.destroyForcibly().waitFor();
    if (Files.exists(mark)) {
      cutOff++;
    }
  }

  /** The program that is killed: changes the schema, then does not end. */
  static final class Changing {

    private Changing() {}

    public static void main(String[] arguments) throws Exception {
      change(new DatabaseAddress(arguments[0], "sa", ""));
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    }
  }

  private static void change(DatabaseAddress address) {
    SchemaChange.prepare(address);
    try (Flying now = new Flying(address, "latest")) {
      SchemaChange.migrate(now.flyway, address);
    }
  }

  private static int version(DatabaseAddress address) {
    try (Flying now = new Flying(address, "latest")) {
      return Integer.parseInt(now.flyway.info().current().getVersion().getVersion());
    }
  }

  /** Flyway on a database that stays open, as during a run. */
  private static final class Flying implements AutoCloseable {

    final Flyway flyway;
    final JdbcClient jdbc;
    private final SingleConnectionDataSource open;

    Flying(DatabaseAddress address, String target) {
      open = new SingleConnectionDataSource(address.jdbcUrl(), address.user(), "", true);
      jdbc = JdbcClient.create(open);
      jdbc.sql("values 1").query(Integer.class).single();
      flyway =
          Flyway.configure()
              .dataSource(address.jdbcUrl(), address.user(), address.password())
              .javaMigrations(new SpringBatchSchema())
              .target(target)
              .load();
    }

    @Override
    public void close() {
      open.destroy();
    }
  }

  private DatabaseAddress address(String name) {
    return new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db").resolve(name), "sa", "");
  }
}
