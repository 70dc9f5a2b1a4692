package org.quotidian.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.StoredArticle;

class HtmlReportTest {

  @TempDir private Path folder;

  @Test
  void aFewArticlesAreInsideTheFile() throws IOException {
    ReportExamples.write(folder, articles(3), 10, ReportLanguage.EN);

    Document report = report();
    assertThat(report.select("article.page")).hasSize(3);
    assertThat(report.select("article.page .text .speaker.PERSON").eachText())
        .containsExactly("Speaker 0", "Speaker 1", "Speaker 2");
    assertThat(report.select("article.page .text .q.direct").eachText()).contains("Words of 0.");
    assertThat(report.select("article.page aside .conf").eachText()).containsOnly("0.90");
    assertThat(folder.resolve("articles")).doesNotExist();
  }

  @Test
  void manyArticlesHavePagesBesideItAndOldPagesGo() throws IOException {
    ReportExamples.write(folder, articles(60), 50, ReportLanguage.EN);
    ReportExamples.write(folder, articles(60), 45, ReportLanguage.EN);

    assertThat(report().select("article.page")).isEmpty();
    assertThat(report().text()).contains("Articles with a page of their own: 45 of 60");
    try (var pages = Files.list(folder.resolve("articles"))) {
      assertThat(pages).hasSize(45);
    }
    Document page = Jsoup.parse(Files.readString(folder.resolve("articles/0000000000000007.html")));
    assertThat(page.title()).isEqualTo("Article 7");
    assertThat(page.select(".text .q.direct").text()).isEqualTo("Words of 7.");
    assertThat(page.select(".back a").attr("href")).isEqualTo("../report.html");
  }

  @Test
  void whatArticlesHoldIsTextNotMarkup() throws IOException {
    String hostile = "</script><script>alert(1)</script>\"><img src=x onerror=alert(1)> {{corpus}}";
    ReportExamples.write(
        folder,
        List.of(ReportExamples.article(0, hostile, "A " + hostile, hostile)),
        10,
        ReportLanguage.EN);

    Document report = report();
    assertThat(report.select("img, [onerror]")).isEmpty();
    assertThat(report.select("script:not([type])")).hasSize(7);
    assertThat(report.select("article h1").text()).isEqualTo(hostile);
    assertThat(report.select("article .text .q").text()).isEqualTo(hostile);
    assertThat(report.select("#failures ~ details th[scope=row]").text())
        .isEqualTo("<b>bad</b>.txt");
  }

  @Test
  void nothingIsLoadedAndOnlyItsOwnScriptsMayRun() throws IOException {
    ReportExamples.write(folder, articles(2), 10, null);

    Document report = report();
    assertThat(report.select("link, iframe, object, [src], style ~ style")).isEmpty();
    String policy = report.select("meta[http-equiv]").attr("content");
    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'sha256-")
        .doesNotContain("unsafe", "http");
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    ReportExamples.write(folder.resolve("a"), articles(60), 60, null);
    ReportExamples.write(folder.resolve("b"), articles(60), 60, null);

    assertThat(folder.resolve("a/report.html"))
        .hasSameBinaryContentAs(folder.resolve("b/report.html"));
    assertThat(folder.resolve("a/articles/0000000000000009.html"))
        .hasSameBinaryContentAs(folder.resolve("b/articles/0000000000000009.html"));
  }

  @Test
  void aSampleOfTheQuotesSaysSo() throws IOException {
    List<StoredArticle> articles = articles(2);
    new HtmlReport(folder, new HtmlReport.Settings(0, 1, ReportLanguage.EN))
        .write(
            ReportExamples.overview(articles, 100_000),
            (most, each) -> articles.get(0).quotes().forEach(each),
            (most, each) -> {});

    assertThat(report().select("#sampled").text()).startsWith("These are 1 of 100,000 quotes");
    assertThat(report().select("#sampled a").attr("href")).isEqualTo("quotes.csv");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    Map<String, String> vietnamese = Texts.all().getOrDefault("vi", Map.of());
    Map<String, String> english = Texts.all().getOrDefault("en", Map.of());
    assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) ->
            assertThat(figures(vietnamese.getOrDefault(key, ""))).as(key).isEqualTo(figures(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-03-02, DAY, 31, 2026-01-31",
    "2026-01-31T10:00+07:00, 2026-05-02, MONTH, 5, 2026-01",
    "2011-06-01, 2026-05-02, YEAR, 16, 2011",
    "0203-01-01, 2026-05-02, YEAR, 2, 203",
  })
  void timeIsCountedByDayMonthOrYear(
      String first, String last, Timeline.Unit unit, int periods, String label) {
    Timeline timeline = new Timeline();
    timeline.add(last, 2);
    timeline.add(first, 3);
    timeline.add("XXXX-03-01", 4);
    timeline.add("", 5);

    assertThat(timeline.unit()).isEqualTo(unit);
    assertThat(timeline.undated()).isEqualTo(2);
    assertThat(timeline.periods()).hasSize(periods);
    assertThat(timeline.periods()).contains(new Timeline.Period(label, 1, 3));
  }

  @Test
  void namesInTheSameArticlesArePairs() {
    CoOccurrence together =
        new CoOccurrence(Map.of("PERSON", List.of("An", "Binh"), "LOCATION", List.of("Vinh")));
    for (String article : List.of("1", "2", "3")) {
      together.add(article, "PERSON", "An");
      together.add(article, "PERSON", "An");
      together.add(article, "PERSON", article.equals("3") ? "Chi" : "Binh");
    }
    together.add("3", "ORGANIZATION", "Vinh");

    assertThat(together.pairs(10))
        .containsExactly(new CoOccurrence.Pair("An", "PERSON", "Binh", "PERSON", 2));
  }

  private static List<String> figures(String text) {
    return java.util.regex.Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }

  private static List<StoredArticle> articles(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i -> ReportExamples.article(i, "Article " + i, "Speaker " + i, "Words of " + i + "."))
        .toList();
  }

  private Document report() throws IOException {
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }
}
