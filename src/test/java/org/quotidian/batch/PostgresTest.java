package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.CorpusOwner;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.Sightings;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same schema, job and bytes on PostgreSQL. */
@Tag("server")
@Tag("slow")
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

  @Test
  void corporaOfTheSameHashCodeRunAtOnce() throws IOException {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    JobSettings job = settings("out", url(), "Aa");
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), "Aa");
        RunLock other = RunLock.acquire(BatchApplication.address(job), "BB")) {
      assertThat(RunLock.holder(BatchApplication.address(job), "Aa").orElseThrow().pid())
          .isEqualTo(ProcessHandle.current().pid());
    }
  }

  /**
   * The query that {@code status} makes once a second must not prevent a run from taking its lock.
   */
  @Test
  void whoAsksForTheHolderTakesNothing() throws Exception {
    DatabaseAddress address = BatchApplication.address(settings("out", url(), "asked"));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> asking =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                RunLock.holder(address, "asked");
              }
            });
    for (int i = 0; i < 50; i++) {
      RunLock.acquire(address, "asked").close();
      Thread.sleep(5); // the server releases it a moment later
    }
    over.set(true);
    asking.join();
  }

  @Test
  void aRunThatHasLostItsLockToAnotherWritesNoMore() throws Exception {
    JobSettings job = longJob("lost");
    List<RunLock> second = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> taken = new CopyOnWriteArrayList<>();

    assertThatThrownBy(
            () ->
                runAndInterfere(
                    job,
                    "",
                    () -> {
                      cutLockConnection();
                      RunLock lock = RunLock.acquire(BatchApplication.address(job), "lost");
                      CorpusOwner owner = new CorpusOwner(lock, "lost");
                      second.add(lock);
                      taken.add( // it waits for the running chunk
                          CompletableFuture.runAsync(
                              () -> owner.take(postgres.getPostgresDatabase())));
                    }))
        .hasStackTraceContaining("This run has lost corpus lost");

    taken.forEach(CompletableFuture::join);
    second.forEach(RunLock::close);
    int done = count("select count(*) from ledger where corpus = 'lost'");
    assertThat(done).as("articles before it lost the corpus").isLessThan(400);
    assertThat(count("select count(*) from article where corpus = 'lost'")).isEqualTo(done);
    assertThat(folder.resolve("lost/articles.csv")).doesNotExist();

    RunResult third = TestRun.of(job);
    assertThat(third.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(third.run().done()).isEqualTo(400);
  }

  /** The other run has begun and ended; only the token shows this. */
  @Test
  void aRunWhoseCorpusWasTakenMeanwhileWritesNoMore() throws Exception {
    JobSettings job = longJob("taken");

    assertThatThrownBy(
            () ->
                runAndInterfere(
                    job,
                    "extract",
                    () -> {
                      cutLockConnection();
                      try (RunLock lock = RunLock.acquire(BatchApplication.address(job), "taken")) {
                        new CorpusOwner(lock, "taken").take(postgres.getPostgresDatabase());
                      }
                    }))
        .hasStackTraceContaining("This run has lost corpus taken");

    assertThat(count("select count(*) from ledger where corpus = 'taken'")).isZero();
  }

  @Test
  void aRunThatHasLostItsCorpusMarksNoDuplicates() throws Exception {
    JobSettings job = longJob("marks");
    TestRun.of(job);
    DataSource database = postgres.getPostgresDatabase();

    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), "marks")) {
      CorpusOwner owner = new CorpusOwner(lock, "marks");
      owner.take(database);
      Sightings sightings =
          new Sightings(new JdbcTemplate(database), new OwnedTransactions(database, owner));
      new CorpusOwner(lock, "marks").take(database);

      assertThatThrownBy(() -> sightings.mark("marks", new long[0], new int[0], false))
          .hasStackTraceContaining("This run has lost corpus marks");
    }
  }

  @Test
  void aRunThatHasLostItsLockToNobodyTakesItAgain() throws Exception {
    JobSettings job = longJob("again");

    RunResult result = runAndInterfere(job, "", PostgresTest::cutLockConnection);

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(400);
  }

  private JobSettings longJob(String corpus) throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 400, 3);
    settings(corpus, url(), corpus);
    return JobFile.read(
        folder.resolve("job.yml"), Map.of("chunk-size", "4", "threads", "1"), List.of());
  }

  /**
   * Does something before a step, or when a hundred articles are done, and waits long enough for a
   * check.
   */
  private static RunResult runAndInterfere(
      JobSettings job, String beforeStep, Runnable interference) {
    AtomicInteger through = new AtomicInteger();
    Progress progress =
        new Progress() {
          @Override
          public void begin(String step, long total) {
            if (step.equals(beforeStep)) {
              interference.run();
              pause();
            }
          }

          @Override
          public void advance(int failed) {
            if (beforeStep.isEmpty() && through.incrementAndGet() == 100) {
              interference.run();
              pause();
            }
          }

          @Override
          public void end() {}
        };
    return TestRun.of(job, new StopSignal(), progress);
  }

  private static void pause() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cutLockConnection() {
    try {
      assertThat(
              count(
                  "select count(pg_terminate_backend(pid)) from pg_locks where locktype ="
                      + " 'advisory'"))
          .isEqualTo(1);
      Thread.sleep(300); // until the server has released the lock
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
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
    return JobFile.read(file, Map.of(), List.of());
  }

  private static String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }
}
