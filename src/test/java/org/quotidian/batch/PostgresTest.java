package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;

/** The same schema, job and bytes on PostgreSQL. */
class PostgresTest {

  @SuppressWarnings("NullAway.Init") // JUnit calls start()
  private static EmbeddedPostgres postgres;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void givesTheSameBytesAsHsqldb() throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 40, 12);
    Files.writeString(folder.resolve("input/empty.txt"), "");

    assertThat(run("postgres", url()).run().done()).isEqualTo(40);
    assertThat(run("hsqldb", "jdbc:hsqldb:file:" + folder.resolve("db/x")).run().done())
        .isEqualTo(40);

    Map<String, String> expected = OutputFiles.comparable(folder.resolve("hsqldb"));
    assertThat(OutputFiles.comparable(folder.resolve("postgres"))).isEqualTo(expected);

    Files.writeString(folder.resolve("input/new.txt"), "New.\n\nThe sun came out in Alden.");
    RunResult second = run("postgres", url());
    assertThat(second.run().done()).isEqualTo(1);
    assertThat(second.run().unchanged()).isEqualTo(41);
  }

  @Test
  void twoCorporaRunAtOnceButOneCorpusOnlyOnce() throws IOException {
    JobSettings job = settings("out", url(), "locked");
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), "locked");
        RunLock other = RunLock.acquire(BatchApplication.address(job), "other")) {
      assertThatThrownBy(() -> RunLock.acquire(BatchApplication.address(job), "locked"))
          .isInstanceOf(AlreadyRunningException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    assertThat(RunLock.holder(BatchApplication.address(job), "locked")).isEmpty();
  }

  private RunResult run(String output, String url) throws IOException {
    JobSettings job = settings(output, url, "same");
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(
                job, lock, new StopSignal(), Progress.NONE, new TestAnnotators())) {
      return context.getBean(Launcher.class).run();
    }
  }

  private JobSettings settings(String output, String url, String corpus) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yml"),
            """
            corpus: %s
            input: ["%s"]
            output: "%s"
            database: {url: "%s", user: postgres, password: postgres}
            """
                .formatted(corpus, folder.resolve("input"), folder.resolve(output), url));
    return JobFile.read(file, Map.of());
  }

  private static String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }
}
