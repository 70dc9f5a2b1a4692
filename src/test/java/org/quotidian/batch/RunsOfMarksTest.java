package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.model.Article;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceFinder;

/**
 * Many quotation marks in a row, as in hostile or broken pages, take no longer than as many words.
 */
@Tag("models")
@Tag("slow")
class RunsOfMarksTest {

  private static final int MARKS = 50_000;
  private static final Limits LIMITS = new Limits(1 << 20, 300_000);

  /**
   * CPU time. Each took 25 to 125 s when the time grew with the square, and now takes less than 8
   * s.
   */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final ArticleAnnotation ANNOTATION = ArticleAnnotation.of(List.of("en", "vi"));

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws InterruptedException {
    ANNOTATION.load("en");
    ANNOTATION.load("vi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "“", "”", "'", "«", "“a” ", "\"a\" ", "\"a", "'\"", "…\""})
  void inEnglishTheyTakeTheirTimeOnly(String marks) throws Exception {
    assertThat(secondsOfCpu("en", marks.repeat(MARKS / marks.length()))).isLessThan(LONGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "“", "'", "“a” "})
  void inVietnameseToo(String marks) throws Exception {
    assertThat(secondsOfCpu("vi", marks.repeat(MARKS / marks.length()))).isLessThan(LONGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void soDoNestedOnes(String language) throws Exception {
    String nested = "“".repeat(MARKS / 2) + "a" + "”".repeat(MARKS / 2);
    assertThat(secondsOfCpu(language, nested)).isLessThan(LONGEST);
  }

  private Duration secondsOfCpu(String language, String marks) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("marks.txt"), "The mayor\n\nThe mayor said that it rained. " + marks);
    return assertTimeoutPreemptively(
        LONGEST.multipliedBy(15), // elapsed time, because the machine may be busy
        () -> {
          var items = new SourceFinder(List.of(file.toString()), folder, LIMITS).iterator();
          Article article =
              new ArticleReader(LIMITS).read(items.next(), "marks").inLanguage(language);
          long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          assertThat(ANNOTATION.annotate(article).quotes()).isNotNull();
          return Duration.ofNanos(
              ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        });
  }
}
