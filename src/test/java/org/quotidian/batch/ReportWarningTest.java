package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.store.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A problem after the rows never undoes the run: it is a warning, and the next run tries again. */
@Tag("server")
@Tag("slow")
class ReportWarningTest {

  @TempDir private Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();

  @BeforeEach
  void articles() throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 6, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "summary.json"})
  void aFileThatCannotBeWrittenIsMadeByTheNextRun(String file) throws IOException {
    Path inTheWay = folder.resolve("output").resolve(file);
    Files.createDirectories(inTheWay.resolve("somebody's"));

    Run run = TestRun.of(TestRun.job(folder, settings)).run();

    assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(run.problem()).isEmpty();
    assertThat(run.warning()).startsWith(file + " was not written; the next run tries again: ");
    assertThat(OutputFiles.rows(folder.resolve("output/articles.csv"))).hasSize(6);

    Files.delete(inTheWay.resolve("somebody's"));
    Files.delete(inTheWay);
    run = TestRun.of(TestRun.job(folder, settings)).run();

    assertThat(run.warning()).isEmpty();
    assertThat(folder.resolve("output/report.html")).isRegularFile();
    assertThat(folder.resolve("output/summary.json")).content().contains("\"run\" : 2");
  }

  @Test
  void metricsThatCannotBeToldAreAWarning() throws IOException {
    settings.put("metrics.push-gateway", "http://127.0.0.1:1");
    assertThat(TestRun.of(TestRun.job(folder, settings)).run().warning())
        .startsWith("the metrics could not be sent: ");

    settings.remove("metrics.push-gateway");
    settings.put("metrics.otlp", "http://127.0.0.1:1/v1/metrics");
    assertThat(TestRun.of(TestRun.job(folder, settings)).run().warning())
        .contains("the metrics could not be sent: ", "the OTLP collector: ");
  }

  /** On PostgreSQL, a failing query breaks its transaction, so nothing else may be in it. */
  @Test
  void aQueryThatFailsOrTakesTooLongOnPostgresIsAWarning() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      settings.put("database.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("database.user", "postgres");
      assertThat(TestRun.of(TestRun.job(folder, settings)).run().warning()).isEmpty();
      JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
      jdbc.sql("alter table quote rename column quote_type to quote_kind").update();
      Files.delete(folder.resolve("output/report.html"));

      Run run = TestRun.of(TestRun.job(folder, settings)).run();

      assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
      assertThat(run.warning()).contains("report.html was not written").contains("quote_type");

      jdbc.sql("alter table quote rename column quote_kind to quote_type").update();
      jdbc.sql("alter database postgres set statement_timeout = '2s'").update();
      // A view in place of the table that makes every query wait.
      jdbc.sql("alter table quote rename to quote_table").update();
      jdbc.sql("create view quote as select t.* from quote_table t, pg_sleep(60)").update();

      run = TestRun.of(TestRun.job(folder, settings)).run();

      assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
      assertThat(run.warning()).contains("report.html was not written").contains("timeout");

      jdbc.sql("drop view quote").update();
      jdbc.sql("alter table quote_table rename to quote").update();

      assertThat(TestRun.of(TestRun.job(folder, settings)).run().warning()).isEmpty();
      assertThat(folder.resolve("output/report.html")).isRegularFile();
    }
  }

  @Test
  void aStopStillStops() throws IOException {
    StopSignal stop = new StopSignal();
    Progress stopInReport =
        new Progress() {
          private final List<String> steps = new java.util.ArrayList<>();

          @Override
          public void begin(String step, long total) {
            steps.add(step);
          }

          @Override
          public void advance(int failed) {}

          @Override
          public void end() {
            if (steps.contains("extract")) {
              stop.request();
            }
          }
        };
    assertThat(TestRun.of(TestRun.job(folder, settings), stop, stopInReport).run().status())
        .isEqualTo(Run.Status.STOPPED);

    Run run = TestRun.of(TestRun.job(folder, settings)).run();

    assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(run.warning()).isEmpty();
  }
}
