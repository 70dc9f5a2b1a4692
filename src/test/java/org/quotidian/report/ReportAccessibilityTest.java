package org.quotidian.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.quotidian.model.StoredArticle;

/**
 * The report for readers who do not use a mouse or have poor sight: axe-core's rules (names of
 * controls, headings, landmarks, contrast, …) and keyboard navigation. Skipped if there is no
 * Chromium.
 */
@Tag("browser")
@Tag("slow")
class ReportAccessibilityTest {

  @TempDir private Path folder;

  @BeforeEach
  void report() {
    List<StoredArticle> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      articles.add(ReportExamples.article(i, "Article " + i, "Nobody " + i % 3, "We wait " + i));
    }
    ReportExamples.write(folder, articles, 100, null);
  }

  @ParameterizedTest
  @CsvSource({"false, light", "false, dark", "true, light", "true, dark"})
  void nothingKeepsPeopleFromReadingIt(boolean phone, String theme) throws IOException {
    try (ReportBrowser browser = start(phone)) {
      open(browser);
      browser.run("document.documentElement.dataset.theme = '" + theme + "'");
      browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertThat(browser.accessibilityProblems()).isEmpty();

      browser.run("location.hash = '#a-0000000000000000'");
      browser.await(() -> browser.title().equals("Article 0"));
      browser.run("document.querySelector('article:not([hidden]) .text [tabindex]').focus()");
      assertThat(browser.accessibilityProblems()).isEmpty();
    }
  }

  @Test
  void theRulesFindWhatIsWrong() throws IOException {
    try (ReportBrowser browser = start(false)) {
      open(browser);
      browser.run("document.querySelector('main').append(document.createElement('button'))");
      browser.run("document.querySelector('.lead').style.color = '#ccc'");

      assertThat(browser.accessibilityProblems())
          .anyMatch(problem -> problem.startsWith("button-name"))
          .anyMatch(problem -> problem.startsWith("color-contrast"))
          .hasSize(2);
    }
  }

  @Test
  void everythingIsReachedByKeyboardOnANarrowScreen() {
    try (ReportBrowser browser = start(true)) {
      open(browser);
      browser.press(Keys.TAB);
      assertThat(focus(browser)).startsWith("A.skip");
      browser.press(Keys.ENTER);
      browser.await(() -> focus(browser).equals("MAIN.content"));

      tabTo(browser, "INPUT.f-search");
      browser.press("wait 7");
      browser.await(() -> browser.texts("#quotes-table td.words").equals(List.of("We wait 7")));
      tabTo(browser, "BUTTON.");
      browser.press(Keys.ENTER);
      browser.await(() -> browser.all("#quotes-table td.words").size() == 10);
      tabTo(browser, "A.words");
      browser.press(Keys.ENTER);
      browser.await(() -> browser.title().startsWith("Article "));

      tabTo(browser, "SPAN.");
      assertThat(browser.one("#tip").isDisplayed()).isTrue();
      String first = browser.one("#tip").getText();
      browser.press(Keys.ARROW_RIGHT);
      assertThat(browser.one("#tip").getText()).isNotEqualTo(first);
      browser.press(Keys.ESCAPE);
      assertThat(browser.one("#tip").isDisplayed()).isFalse();
      assertThat(browser.errors()).isEmpty();
    }
  }

  private ReportBrowser start(boolean phone) {
    Path profile = folder.resolve("profile");
    return phone ? ReportBrowser.startPhone(profile, "en") : ReportBrowser.start(profile, "en");
  }

  private void open(ReportBrowser browser) {
    browser.open(folder.resolve("report.html"));
    browser.await(() -> browser.all("#quotes-table td.words").size() == 10);
  }

  private static void tabTo(ReportBrowser browser, String wanted) {
    List<String> passed = new ArrayList<>();
    while (!focus(browser).startsWith(wanted)) {
      assertThat(passed).as("on the way to " + wanted).hasSizeLessThan(60);
      browser.press(Keys.TAB);
      passed.add(focus(browser));
    }
  }

  /**
   * Element and class or id of the focused element; for a link in a table, its cell's first class.
   */
  private static String focus(ReportBrowser browser) {
    return String.valueOf(
        browser.run(
            """
            const e = document.activeElement;
            const cell = e.closest('td');
            return e.tagName + '.' + (e.classList[0] ?? (cell?.classList[0] || e.id));
            """));
  }
}
