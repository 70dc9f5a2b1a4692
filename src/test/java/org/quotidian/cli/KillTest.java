package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.batch.GeneratedArticles;
import org.quotidian.batch.OutputFiles;

/**
 * The most important guarantee: whenever and however often the process dies, the same command
 * produces the same bytes. More articles and kills: {@code -Dquotidian.kill.articles=20000
 * -Dquotidian.kill.kills=200}.
 */
@Tag("process")
@Tag("slow")
class KillTest {

  private static final int ARTICLES = Integer.getInteger("quotidian.kill.articles", 150);
  private static final int ENGLISH = ARTICLES / 5; // the last ones: each start loads the models
  private static final int PAGES = 10;
  private static final int KILLS = Integer.getInteger("quotidian.kill.kills", 20);
  private static final long SEED = Long.getLong("quotidian.kill.seed", System.nanoTime());

  private static final List<String> LATE_STEPS = List.of("prune", "duplicates", "export", "report");

  @TempDir private Path folder;

  private final Random random = new Random(SEED);

  @BeforeEach
  void corpus() throws IOException {
    Path input = folder.resolve("input");
    for (int i = 0; i < ARTICLES; i++) {
      int number = i < ARTICLES - ENGLISH ? 2 * i : 2 * i + 1; // even ones are Vietnamese
      Path file = input.resolve("%03d/article-%05d.txt".formatted(i / 100, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, GeneratedArticles.article(number, 42));
    }
    for (int i = 0; i < PAGES; i++) {
      Files.writeString(input.resolve("page-" + i + ".html"), page(i));
    }
    Files.writeString(input.resolve("empty.txt"), "");
    Files.write(input.resolve("zeros.txt"), new byte[] {0, 0, 0});
    Files.createSymbolicLink(input.resolve("dangling.txt"), Path.of("nowhere"));
    for (String name : new String[] {"killed", "undisturbed"}) {
      Files.writeString(
          folder.resolve(name + ".yml"),
          """
          corpus: kill
          input: ["%1$s/input"]
          output: "%1$s/%2$s/output"
          repeated-lines: {articles: 10, sentence-share: 0.01}
          database: {url: "jdbc:hsqldb:file:%1$s/%2$s/database/quotidian"}
          """
              .formatted(folder, name));
    }
  }

  @Test
  void aRunThatDiesAgainAndAgainEndsInTheSameBytes() throws Exception {
    System.out.println("KillTest: seed " + SEED);
    QuotidianThread undisturbed =
        QuotidianThread.start(
            "run", folder.resolve("undisturbed.yml").toString(), "--threads", "4");
    int kills = 0;
    for (; kills < KILLS; kills++) {
      QuotidianProcess run = start("--threads", "2", "--set", "chunk-size=3");
      waitForMoment(run, kills);
      run.kill();
    }
    QuotidianProcess last = start("--threads", "1", "--set", "chunk-size=50");
    assertThat(last.exitCode()).as(last.screen()).isZero();

    assertThat(undisturbed.exitCode()).as(undisturbed.screen()).isZero();

    Map<String, String> expected = OutputFiles.comparable(folder.resolve("undisturbed/output"));
    assertThat(OutputFiles.comparable(folder.resolve("killed/output"))).isEqualTo(expected);
    assertThat(OutputFiles.rows(folder.resolve("killed/output/articles.csv")))
        .hasSize(ARTICLES + PAGES);
    assertThat(OutputFiles.rows(folder.resolve("killed/output/failures.csv"))).hasSize(3);
    assertThat(OutputFiles.rows(folder.resolve("killed/output/quotes.csv"))).isNotEmpty();
    assertThat(OutputFiles.rows(folder.resolve("killed/output/sentences.csv")))
        .as("lines that many articles have")
        .anyMatch(row -> "boilerplate".equals(row.get("section")));
  }

  /** A page that does not mark its article. */
  private static String page(int number) {
    String text = GeneratedArticles.article(2 * ARTICLES + number, 42).strip();
    return "<body><div><a href=/>Home</a></div><div><p>"
        + text.replace("\n\n", "</p><p>")
        + "</p><div class=sidebar><p>Read on.</p></div></div></body>";
  }

  /**
   * The first kills are in the first second at the database, which is being created. Of the others,
   * every fourth is in the first seconds: start-up and discovery. Most wait until the run has
   * reached a certain point, spread over the corpus, so that they hit on slow and fast machines
   * alike. The last ones wait until each of the steps after the extraction has begun.
   */
  private void waitForMoment(QuotidianProcess run, int kill) throws Exception {
    int lateSteps = KILLS - LATE_STEPS.size();
    if (kill < KILLS / 4) {
      waitUntil(run, () -> Files.exists(folder.resolve("killed/database/quotidian.lock")));
      Thread.sleep(random.nextInt(1000));
    } else if (kill >= lateSteps) {
      waitUntil(run, () -> hasBegun(LATE_STEPS.get(kill - lateSteps)));
      Thread.sleep(random.nextInt(20));
    } else if (kill % 4 == 0) {
      Thread.sleep(500 + random.nextInt(4000));
    } else {
      int target = (int) ((long) ARTICLES * kill / lateSteps);
      waitUntil(run, () -> QuotidianProcess.progress(folder.resolve("killed/database")) > target);
      Thread.sleep(random.nextInt(200));
    }
    assertThat(run.isAlive() || run.exitCode() == 0).as(run.screen()).isTrue();
  }

  private static void waitUntil(QuotidianProcess run, Callable<Boolean> moment) throws Exception {
    while (run.isAlive() && !moment.call()) {
      Thread.sleep(5);
    }
  }

  private boolean hasBegun(String step) throws IOException {
    Path log = folder.resolve("killed/output/quotidian.log");
    return Files.exists(log) && Files.readString(log).contains("Executing step: [" + step + "]");
  }

  private QuotidianProcess start(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 2];
    command[0] = "run";
    command[1] = "killed.yml";
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return QuotidianProcess.start(folder, command);
  }
}
