package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleId;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.report.ReportBrowser;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.CorpusRows;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.quotidian.store.SpringBatchSchema;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The report of a large corpus is small and opens fast. {@code -Dquotidian.report.quotes=100000}
 * tests a larger one than by default; prints the measurements.
 */
@Tag("browser")
@Tag("slow")
class LargeReportTest {

  private static final int QUOTES = Integer.getInteger("quotidian.report.quotes", 10_000);
  private static final int QUOTES_AN_ARTICLE = 5;
  private static final long LARGEST = 8_000_000; // bytes
  private static final long SLOWEST = 10_000; // ms, on a machine with other load

  @TempDir private Path folder;

  @Test
  void opensFastHoweverManyQuotes() throws IOException {
    JobSettings job = job();
    try (var dataSource =
        new SingleConnectionDataSource(BatchApplication.address(job).jdbcUrl(), "sa", "", true)) {
      Flyway.configure()
          .dataSource(dataSource)
          .javaMigrations(new SpringBatchSchema())
          .load()
          .migrate();
      JdbcTemplate jdbc = new JdbcTemplate(dataSource);
      Runs runs = new Runs(JdbcClient.create(dataSource));
      Run run = runs.begin(job.corpus(), true, "f", "s", job.output());
      store(new ArticleStore(jdbc), run);

      long start = System.nanoTime();
      new CorpusReport(
              new CorpusStatistics(JdbcClient.create(dataSource), job.corpus()),
              new CorpusRows(JdbcClient.create(dataSource), job.corpus()),
              job)
          .write(run);
      System.out.printf(
          Locale.ROOT,
          "report of %,d quotes: written in %,d ms, %,d bytes%n",
          QUOTES,
          (System.nanoTime() - start) / 1_000_000,
          Files.size(folder.resolve("out/report.html")));
    }

    Path report = folder.resolve("out/report.html");
    assertThat(Files.size(report)).isLessThan(LARGEST);
    try (ReportBrowser browser = ReportBrowser.start(folder.resolve("profile"), "en")) {
      long first = browser.openingTime(report);
      long second = browser.openingTime(report);
      System.out.printf(Locale.ROOT, "opened in %,d ms, then in %,d ms%n", first, second);
      assertThat(Math.min(first, second)).isLessThan(SLOWEST);
      assertThat(browser.texts("#sampled").get(0))
          .startsWith(String.format(Locale.ROOT, "These are 5,000 of %,d quotes", QUOTES));
      assertThat(browser.errors()).isEmpty();
    }
  }

  private JobSettings job() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yml"),
            """
            corpus: large
            input: [%1$s]
            output: %1$s/out
            database: {url: "jdbc:hsqldb:file:%1$s/db/x"}
            report: {language: en}
            """
                .formatted(folder));
    return JobFile.read(file, Map.of(), List.of());
  }

  private static void store(ArticleStore store, Run run) {
    Random random = new Random(7);
    List<ArticleRows> rows = new ArrayList<>();
    for (int i = 0; i < QUOTES / QUOTES_AN_ARTICLE; i++) {
      rows.add(article(i, random));
      if (rows.size() == 500) {
        store.write(run, rows, List.of(), "f", "f");
        rows.clear();
      }
    }
    store.write(run, rows, List.of(), "f", "f");
  }

  /** Each quote is a sentence of its own: a name, a cue, and what was said. */
  private static ArticleRows article(int number, Random random) {
    String source = "a/" + number + ".txt";
    String id = ArticleId.of("large", source, "");
    StringBuilder text = new StringBuilder();
    List<SentenceRow> sentences = new ArrayList<>();
    List<EntityRow> entities = new ArrayList<>();
    List<QuoteRow> quotes = new ArrayList<>();
    String published = String.format(Locale.ROOT, "2026-%02d-01", 1 + number % 12);
    for (int i = 0; i < QUOTES_AN_ARTICLE; i++) {
      int start = text.length();
      String name = "Person " + (int) Math.abs(random.nextGaussian() * 3000);
      text.append(name).append(" nói: ");
      int from = text.length();
      IntStream.range(0, 10 + random.nextInt(40))
          .forEach(word -> text.append("từ").append(random.nextInt(900)).append(' '));
      int end = text.length();
      String words = text.substring(from, end);
      sentences.add(new SentenceRow(id, source, i, i, "body", start, end, text.substring(start)));
      int speakerEnd = start + name.length();
      entities.add(new EntityRow(id, source, i, i, "PERSON", start, speakerEnd, name, name, ""));
      quotes.add(
          new QuoteRow(
              id,
              source,
              "Title " + number,
              published,
              i,
              i % 2 == 0 ? "direct" : "indirect",
              i,
              from,
              end,
              words,
              words,
              name,
              start,
              speakerEnd,
              name,
              "PERSON",
              "nói",
              speakerEnd + 1,
              speakerEnd + 4,
              "",
              random.nextInt(101) / 100.0));
      text.append("\n\n");
    }
    Article article =
        new Article(
            id,
            source,
            "",
            "Title " + number,
            "",
            published,
            "vi",
            text.toString(),
            List.of(),
            "0".repeat(64));
    return new ArticleRows(article, text.length(), "", "", sentences, entities, quotes);
  }
}
