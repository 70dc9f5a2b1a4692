package org.quotidian.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.quotidian.model.StoredArticle;

/** The report in a browser; skipped if there is no Chromium. */
@Tag("browser")
@Tag("slow")
class ReportInBrowserTest {

  private static final String SCRIPT = "</script><script>document.title='taken'</script>";
  private static final String IMAGE = "\"><img src=x onerror=\"document.title='taken'\">";
  private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"x\")";

  @TempDir private Path folder;
  private @Nullable ReportBrowser started;

  @AfterEach
  void stop() {
    if (started != null) {
      started.close();
    }
  }

  private ReportBrowser desktop() {
    ReportBrowser browser = ReportBrowser.start(folder.resolve("profile"), "en");
    started = browser;
    return browser;
  }

  private ReportBrowser phone() {
    ReportBrowser browser = ReportBrowser.startPhone(folder.resolve("profile"), "en");
    started = browser;
    return browser;
  }

  @Test
  void arabicIsReadFromTheRight() {
    ReportBrowser browser = desktop();
    StoredArticle arabic = ReportExamples.article(0, "الجسر", "سمير حداد", "سنفتح الجسر غدا.");
    ReportExamples.write(
        folder, List.of(arabic, ReportExamples.article(1, "B", "Ann Lee", "We wait.")), 100, null);

    browser.open(folder.resolve("report.html"));
    browser.await(() -> browser.all("#quotes-table td.words").size() == 2);
    assertThat(directions(browser, "#quotes-table td.words")).containsExactly("rtl", "ltr");
    assertThat(directions(browser, "#quotes-table td.speaker")).containsExactly("rtl", "ltr");

    browser.one("#quotes-table td.words a").click();
    browser.await(() -> browser.title().equals("الجسر"));
    String page = "article:not([hidden]) ";
    for (String part : List.of("h1", ".text p", ".canonical", ".words")) {
      assertThat(directions(browser, page + part)).as(part).containsExactly("rtl");
    }
  }

  private static List<String> directions(ReportBrowser browser, String selector) {
    return browser.all(selector).stream().map(e -> e.getCssValue("direction")).toList();
  }

  @Test
  void aReaderSearchesFiltersSortsAndOpensAnArticle() {
    ReportBrowser browser = desktop();
    List<StoredArticle> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(ReportExamples.article(i, "Article " + i, "Nobody " + i, "We wait " + i + "."));
    }
    articles.add(ReportExamples.article(30, "Chợ nổi", "Lò Văn Sướng", "Đò đã chạy lại."));
    ReportExamples.write(folder, articles, 100, null);

    browser.open(folder.resolve("report.html"));
    browser.await(() -> browser.all("#quotes-table td.words").size() == 10);
    assertThat(browser.texts(".dt-info")).containsExactly("Quotes 1 to 10 of 31");
    assertThat(browser.run("return document.querySelector('#speakers-people-chart canvas').width"))
        .isNotEqualTo(0L);

    browser.one("#f-search").sendKeys("lo van suong");
    browser.await(() -> browser.texts("#quotes-table td.words").equals(List.of("Đò đã chạy lại.")));
    browser.one("#filters button").click();
    browser.await(() -> browser.all("#quotes-table td.words").size() == 10);
    browser.run("document.getElementById('f-from').value = '2026-02-28'");
    browser.one("#f-speaker").sendKeys("nobody");
    browser.await(() -> browser.texts("#quotes-table td.speaker").equals(List.of("Nobody 27")));
    browser.one("#filters button").click();
    browser.one("#quotes-table th:nth-child(2) .dt-column-order").sendKeys(Keys.ENTER);
    browser.await(() -> browser.texts("#quotes-table td.speaker").get(0).equals("Lò Văn Sướng"));

    browser.one("#quotes-table td.words a").click();
    browser.await(() -> browser.title().equals("Chợ nổi"));
    assertThat(browser.one("#report").isDisplayed()).isFalse();
    browser.run("document.querySelector('article:not([hidden]) .text [tabindex]').focus()");
    assertThat(browser.one("#tip").getText())
        .contains("Lò Văn Sướng – Person", "reporting words: said", "0.90");
    browser.one("article:not([hidden]) .back a").click();
    browser.await(() -> browser.one("#report").isDisplayed());

    browser.one("#language").sendKeys("Tiếng Việt");
    browser.await(() -> browser.texts("#h-speakers").contains("Ai được trích dẫn nhiều nhất"));
    assertThat(browser.texts("#quotes-table td.type")).contains(" trực tiếp");
    browser.one("#theme").click();
    assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(21, 24, 27)");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void whoIsQuotedMostFollowsTheFilters() {
    ReportBrowser browser = desktop();
    List<StoredArticle> articles = new ArrayList<>(); // on February 1, 2, 3, …
    for (String speaker :
        List.of("Ben Odd", "Ann Ono", "Ben Odd", "Ann Ono", "Ann Ono", "Cy Nye")) {
      articles.add(ReportExamples.article(articles.size(), "News", speaker, "We wait."));
    }
    for (String cut : List.of("H.", "H.", "Nguyễn Thị Th.", "N.T. H")) {
      articles.add(ReportExamples.article(articles.size(), "News", cut, "We wait."));
    }
    ReportExamples.write(folder, articles, 100, ReportLanguage.EN);

    browser.open(folder.resolve("report.html"));
    browser.await(() -> browser.all("#quotes-table td.words").size() == 10);
    assertThat(browser.one("#among").isDisplayed()).isFalse();
    browser.one("#f-search").sendKeys("wait");
    browser.await(() -> browser.one("#among").isDisplayed());
    assertThat(browser.texts("#among li")).containsExactly("Ann Ono 3", "Ben Odd 2", "Cy Nye 1");
    browser.run("document.getElementById('f-to').value = '2026-02-03'");
    browser.one("#f-search").sendKeys(".");
    browser.await(() -> browser.texts("#among li").equals(List.of("Ben Odd 2", "Ann Ono 1")));
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void hostileTextIsShownAsText() {
    ReportBrowser browser = desktop();
    List<String> all = List.of(SCRIPT, IMAGE, FORMULA);
    List<StoredArticle> articles = new ArrayList<>();
    for (String hostile : all) {
      articles.add(ReportExamples.article(articles.size(), hostile, hostile, hostile));
    }
    ReportExamples.write(folder, articles, 10, ReportLanguage.EN);

    browser.open(folder.resolve("report.html"));
    browser.await(() -> browser.all("#quotes-table td.words").size() == 3);
    assertThat(browser.texts("#quotes-table td.words")).containsExactlyElementsOf(all);
    assertThat(browser.texts("#quotes-table td.speaker")).containsExactlyElementsOf(all);
    for (int i = 0; i < all.size(); i++) {
      String hostile = all.get(i);
      browser.run("location.hash = '#a-000000000000000" + i + "'");
      browser.await(() -> browser.title().equals(hostile));
      assertThat(browser.texts("article:not([hidden]) .text .q")).containsExactly(hostile);
      browser.run("document.querySelector('article:not([hidden]) .text [tabindex]').focus()");
      assertThat(browser.one("#tip").getText()).contains(hostile);
    }
    assertThat(browser.all("img")).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void onAPhoneNothingIsCutOff() {
    ReportBrowser browser = phone();
    String unbroken = "https://example.org/" + "a".repeat(300);
    ReportExamples.write(
        folder,
        List.of(ReportExamples.article(0, unbroken, "A. N. Other", unbroken)),
        10,
        ReportLanguage.VI);

    browser.open(folder.resolve("report.html"));
    browser.await(() -> browser.all("#quotes-table td.words").size() == 1);
    assertThat(overflow(browser)).isZero();
    browser.run("location.hash = '#a-0000000000000000'");
    browser.await(() -> browser.title().equals(unbroken));
    assertThat(overflow(browser)).isZero();
    assertThat(browser.errors()).isEmpty();
  }

  private static long overflow(ReportBrowser browser) {
    return (Long)
        browser.run(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }
}
