package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.model.SourceItem;
import org.quotidian.report.ReportBrowser;
import org.quotidian.report.Summary;
import org.quotidian.report.SummaryFile;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;

/** The unchanged sample job, with the real annotators. */
@Tag("models")
@Tag("browser")
@Tag("slow")
class SampleJobTest {

  @TempDir private Path folder;

  @Test
  void everyOffsetHoldsInTheArticle() throws Exception {
    run("one", 1);

    Map<String, int[]> texts = texts();
    assertThat(rows("articles")).hasSize(texts.size()).allMatch(this::isVietnameseOrEnglish);
    assertThat(rows("sentences")).isNotEmpty().allSatisfy(row -> holds(row, texts, "", "text"));
    assertThat(rows("entities")).isNotEmpty().allSatisfy(row -> holds(row, texts, "", "text"));
    assertThat(rows("quotes"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              holds(row, texts, "", "text");
              holds(row, texts, "speaker_", "speaker");
              holds(row, texts, "cue_", "cue");
              assertThat(Double.parseDouble(row.get("confidence"))).isBetween(0.0, 1.0);
            });
    assertThat(rows("failures")).isEmpty();
  }

  @Test
  void bothLanguagesGiveEverySectionTypeAndSpeakers() throws Exception {
    run("one", 2);

    assertThat(rows("sentences"))
        .extracting(row -> row.get("section"))
        .contains("title", "body", "caption", "boilerplate");
    for (String language : List.of("vi/", "en/")) {
      List<Map<String, String>> quotes =
          rows("quotes").stream()
              .filter(row -> String.valueOf(row.get("source")).startsWith(language))
              .toList();
      assertThat(quotes).extracting(row -> row.get("type")).contains("direct", "indirect");
      assertThat(quotes.stream().filter(row -> !"".equals(row.get("canonical_speaker"))).count())
          .as("quotes with a speaker in " + language)
          .isGreaterThan(quotes.size() / 2);
    }
    Summary summary = SummaryFile.read(folder.resolve("one/summary.json"));
    assertThat(summary.mostQuoted()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(summary.rows().get("quotes")).isEqualTo(rows("quotes").size());
  }

  @Test
  void oneThreadAndEightGiveTheSameBytes() throws Exception {
    run("one", 1);
    run("eight", 8);

    assertThat(OutputFiles.comparable(folder.resolve("eight")))
        .isEqualTo(OutputFiles.comparable(folder.resolve("one")));
  }

  @Test
  void theReportOpensInABrowser() throws Exception {
    run("one", 2);

    Path report = folder.resolve("one/report.html");
    assertThat(report).isRegularFile();
    try (ReportBrowser browser = ReportBrowser.start(folder.resolve("profile"), "vi")) {
      browser.openingTime(report);
      assertThat(browser.texts("#h-speakers")).containsExactly("Ai được trích dẫn nhiều nhất");
      assertThat(browser.all("article.page")).hasSize(rows("articles").size());
      assertThat(browser.texts(".figures dd"))
          .contains(String.valueOf(rows("quotes").size()), String.valueOf(rows("entities").size()));
      browser.one("#quotes-table td.words a").click();
      browser.await(() -> !browser.all("article.page:not([hidden]) .text .speaker").isEmpty());
      assertThat(browser.errors()).isEmpty();
    }
  }

  private boolean isVietnameseOrEnglish(Map<String, String> article) {
    return List.of("vi", "en").contains(article.get("language"))
        && String.valueOf(article.get("source")).startsWith(article.get("language") + "/");
  }

  private static void holds(
      Map<String, String> row, Map<String, int[]> texts, String prefix, String words) {
    String start = String.valueOf(row.get(prefix + "start"));
    if (start.isEmpty()) {
      assertThat(row.get(words)).isEmpty();
      return;
    }
    int from = Integer.parseInt(start);
    int to = Integer.parseInt(String.valueOf(row.get(prefix + "end")));
    int[] text = texts.getOrDefault(String.valueOf(row.get("source")), new int[0]);
    assertThat(new String(text, from, to - from)).isEqualTo(row.get(words));
  }

  /** The code points of each sample as the program reads it. */
  private static Map<String, int[]> texts() throws SourceException {
    Limits limits = new Limits(1 << 20, 100_000);
    Map<String, int[]> texts = new HashMap<>();
    for (SourceItem item :
        new SourceFinder(List.of("input"), Path.of("").toAbsolutePath(), limits)) {
      texts.put(
          item.source(),
          new ArticleReader(limits).read(item, "sample").text().codePoints().toArray());
    }
    return texts;
  }

  private void run(String name, int threads) throws IOException {
    JobSettings job =
        JobFile.read(
            Path.of("jobs/sample.yml"),
            Map.of(
                "output",
                folder.resolve(name).toString(),
                "threads",
                String.valueOf(threads),
                "csv.escape-formulas",
                "false",
                "database.url",
                "jdbc:hsqldb:file:" + folder.resolve(name + "-db/x")),
            List.of());
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(job, lock, new StopSignal(), Progress.NONE)) {
      RunResult result = context.getBean(Launcher.class).run();
      assertThat(result.errors()).isEmpty();
      assertThat(Files.isRegularFile(folder.resolve(name + "/quotes.csv"))).isTrue();
    }
  }

  private List<Map<String, String>> rows(String table) throws IOException {
    return OutputFiles.rows(folder.resolve("one/" + table + ".csv"));
  }
}
