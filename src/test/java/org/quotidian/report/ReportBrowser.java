package org.quotidian.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a report open in it. */
public final class ReportBrowser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** A reference that keeps its level: it warns that it does not know this Chromium's protocol. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private ReportBrowser(ChromeDriver driver) {
    this.driver = driver;
    // a window without a screen has no focus of its own, so no element in it gets any
    driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
  }

  /**
   * Starts it, or skips the test with a message if there is no Chromium.
   *
   * @param profile a folder of its own
   * @param language of the browser, BCP 47
   */
  public static ReportBrowser start(Path profile, String language) {
    return start(profile, language, new ChromeOptions());
  }

  /** The same with the screen of a phone, 390 pixels wide. */
  static ReportBrowser startPhone(Path profile, String language) {
    ChromeOptions options = new ChromeOptions();
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of("deviceMetrics", Map.of("width", 390, "height", 844, "pixelRatio", 2.0)));
    return start(profile, language, options);
  }

  private static ReportBrowser start(Path profile, String language, ChromeOptions options) {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "skipped: no chromium and chromedriver in /usr/bin (Debian: chromium, chromium-driver)");
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setBinary(CHROMIUM.toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion", // smooth scrolling makes clicks unreliable
        "--lang=" + language,
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new ReportBrowser(new ChromeDriver(service, options));
  }

  public void open(Path file) {
    driver.get(file.toUri().toString());
  }

  /** The time from the request to a filled table, in ms. */
  public long openingTime(Path file) {
    long start = System.nanoTime();
    open(file);
    await(() -> !all("#quotes-table tbody tr td.words").isEmpty());
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  public WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Texts of the elements, all read at the same moment. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String css) {
    return (List<String>)
        Objects.requireNonNull(
            driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
                css));
  }

  public Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  public void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited %s in vain", LONGEST_WAIT).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  public String title() {
    return String.valueOf(driver.getTitle());
  }

  /** Errors in the page since the last call: script errors, refused resources. */
  public List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Presses keys at the focused element. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** The problems that axe-core finds in the current page: rule, help, and the elements. */
  @SuppressWarnings("unchecked")
  List<String> accessibilityProblems() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
      driver.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    driver.manage().timeouts().scriptTimeout(LONGEST_WAIT);
    return (List<String>)
        Objects.requireNonNull(
            driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run({ resultTypes: ['violations'] }).then(
                  found => done(found.violations.map(v => v.id + ': ' + v.help + '\\n'
                    + v.nodes.map(n => '  ' + n.html + ' ' + n.failureSummary).join('\\n'))),
                  error => done([String(error)]));
                """));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
