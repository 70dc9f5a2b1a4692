package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.batch.GeneratedArticles;
import org.quotidian.batch.OutputFiles;
import picocli.CommandLine;

/**
 * Many nights as in real operation: two corpora in one database, articles that are added, changed
 * and removed, runs that are killed and started again, and readers at any moment. No night fails,
 * every reader gets an answer, and in the end the files are those of one undisturbed run. Longer:
 * {@code -Dquotidian.soak.nights=200}.
 */
@Tag("process")
@Tag("server")
@Tag("slow")
class SoakTest {

  private static final int NIGHTS = Integer.getInteger("quotidian.soak.nights", 2);
  private static final int COMPARISONS = NIGHTS < 10 ? 1 : 5;
  private static final long SEED = Long.getLong("quotidian.soak.seed", System.nanoTime());
  private static final int FIRST_NIGHT = 15; // articles
  private static final int MOST_KILLS = 3; // per night and corpus
  private static final int LATEST_KILL = 5000; // milliseconds after the start
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final List<Corpus> corpora = new ArrayList<>();
  private int kills;

  /**
   * A corpus of the test.
   *
   * @param settings lines of its job file
   * @param next number of the next new article
   */
  private record Corpus(String name, Path input, String settings, AtomicInteger next) {}

  @Test
  void nightsOnAFile() throws Exception {
    soak("jdbc:hsqldb:file:" + folder.resolve("database/quotidian"), false);
  }

  @Test
  void nightsOnAServer() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      soak(postgres.getJdbcUrl("postgres", "postgres"), true);
    }
  }

  private void soak(String database, boolean together) throws Exception {
    System.out.println("SoakTest: seed " + SEED);
    corpora.add(corpus("plain", "disappeared: remove"));
    corpora.add(
        corpus(
            "lines", "disappeared: remove\nrepeated-lines: {articles: 10, sentence-share: 0.01}"));
    for (Corpus corpus : corpora) {
      writeJob(corpus, "nightly", database);
      for (int i = 0; i < FIRST_NIGHT; i++) {
        add(corpus);
      }
    }
    Looks looks = new Looks();
    Thread looking = new Thread(looks, "looks");
    looking.start();
    try {
      for (int night = 1; night <= NIGHTS; night++) {
        change();
        night(together);
        if (night * COMPARISONS / NIGHTS > (night - 1) * COMPARISONS / NIGHTS) {
          for (Corpus corpus : corpora) {
            compareWithCleanRun(corpus, night);
          }
          System.out.printf(
              "SoakTest: night %d, kills %d, looks %d%n", night, kills, looks.answered.get());
        }
      }
    } finally {
      looks.done.set(true);
      looking.join();
    }
    assertThat(looks.troubles).isEmpty();
    assertThat(looks.answered.get()).isPositive();
  }

  private Corpus corpus(String name, String settings) throws IOException {
    Path input = Files.createDirectories(folder.resolve(name + "-input"));
    return new Corpus(name, input, settings, new AtomicInteger());
  }

  private Path job(Corpus corpus, String name) {
    return folder.resolve(corpus.name() + "-" + name + ".yml");
  }

  private Path output(Corpus corpus, String name) {
    return folder.resolve(corpus.name() + "-" + name);
  }

  private void writeJob(Corpus corpus, String name, String database) throws IOException {
    Files.writeString(
        job(corpus, name),
        """
        corpus: %s
        languages: [vi]
        input: ["%s"]
        output: "%s"
        database: {url: "%s"}
        """
                .formatted(corpus.name(), corpus.input(), output(corpus, name), database)
            + corpus.settings());
  }

  // what happens to the inputs between two nights

  private void change() throws IOException {
    for (Corpus corpus : corpora) {
      int changes = random.nextInt(5); // some nights have nothing new
      for (int i = 0; i < changes; i++) {
        change(corpus);
      }
    }
  }

  private void change(Corpus corpus) throws IOException {
    List<Path> files;
    try (var all = Files.walk(corpus.input())) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    Path one = files.get(random.nextInt(files.size()));
    switch (random.nextInt(8)) {
      case 0 -> Files.delete(one);
      case 1 -> Files.setLastModifiedTime(one, FileTime.from(Instant.now()));
      case 2 -> Files.move(one, one.resolveSibling("moved-" + random.nextInt(1000) + ".txt"));
      case 3 -> {
        if (one.toString().endsWith(".txt")) {
          Files.writeString(one, article(corpus));
        }
      }
      case 4 -> Files.writeString(corpus.input().resolve(random.nextInt(9) + "-empty.txt"), "");
      default -> add(corpus);
    }
    if (files.size() < FIRST_NIGHT) {
      add(corpus);
    }
  }

  private void add(Corpus corpus) throws IOException {
    int number = corpus.next().get();
    String name = "%03d/%05d".formatted(number / 20, number);
    Path file = corpus.input().resolve(name + ".txt");
    Files.createDirectories(file.getParent());
    String text = article(corpus);
    switch (random.nextInt(6)) {
      case 0 -> Files.writeString(corpus.input().resolve(name + ".html"), page(text));
      case 1 -> {
        String record = "{\"id\": %d, \"text\": \"%s\"}%n".formatted(number, json(text));
        Files.writeString(
            corpus.input().resolve("records.jsonl"),
            record,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      default -> Files.writeString(file, text);
    }
  }

  /**
   * No two are similar, because which of two is the duplicate depends on the nights in which they
   * arrived.
   */
  private static String article(Corpus corpus) {
    int number = corpus.next().getAndIncrement();
    String text = GeneratedArticles.article(2 * number, corpus.name().hashCode());
    return text + "Số hiệu " + new Random(number).ints(60).mapToObj(Integer::toString).toList();
  }

  private static String page(String text) {
    return "<html><head><title>Tin</title></head><body><div class=top><a href=/>Trang chủ</a></div>"
        + "<div class=story><p>"
        + text.strip().replace("\n\n", "</p>\n<p>")
        + "</p><div class=sidebar><p>Xem thêm tin khác.</p></div></div></body></html>";
  }

  private static String json(String text) {
    return text.replace("\"", "\\\"").replace("\n", "\\n");
  }

  // the nights

  private void night(boolean together) throws Exception {
    if (together) {
      List<Thread> runs =
          corpora.stream().map(corpus -> new Thread(() -> night(corpus), corpus.name())).toList();
      List<Throwable> failures = new ArrayList<>();
      for (Thread run : runs) {
        run.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        run.start();
      }
      for (Thread run : runs) {
        run.join();
      }
      assertThat(failures).isEmpty();
    } else {
      corpora.forEach(this::night);
    }
  }

  private void night(Corpus corpus) {
    try {
      int deaths = random.nextInt(3) == 0 ? 1 + random.nextInt(MOST_KILLS) : 0;
      for (int i = 0; i < deaths; i++) {
        QuotidianProcess run = start(corpus);
        Thread.sleep(random.nextInt(LATEST_KILL));
        run.kill();
        kills++;
      }
      QuotidianProcess run = start(corpus);
      assertThat(run.exitCode()).as(run.screen()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private QuotidianProcess start(Corpus corpus) throws IOException {
    return QuotidianProcess.start(folder, "run", job(corpus, "nightly").toString());
  }

  private void compareWithCleanRun(Corpus corpus, int night) throws Exception {
    String name = "clean-" + night;
    writeJob(
        corpus, name, "jdbc:hsqldb:file:" + folder.resolve(corpus.name() + "-" + name + "-db/q"));
    QuotidianThread clean = QuotidianThread.start("run", job(corpus, name).toString());
    assertThat(clean.exitCode()).as(clean.screen()).isZero();
    assertThat(OutputFiles.comparable(output(corpus, "nightly")))
        .isEqualTo(OutputFiles.comparable(output(corpus, name)));
  }

  /** Runs {@code status} and {@code sql} again and again; each must get an answer. */
  private final class Looks implements Runnable {

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> troubles = new ArrayList<>();

    @Override
    public void run() {
      Random random = new Random(SEED);
      while (!done.get()) {
        String job = job(corpora.get(random.nextInt(corpora.size())), "nightly").toString();
        if (random.nextInt(4) == 0) {
          look("sql", job, "--wait", "60", "select count(*) from run");
        } else {
          look("status", job, "--json");
        }
        try {
          Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    private void look(String... arguments) {
      StringWriter screen = new StringWriter();
      CommandLine program = MainCommand.commandLine();
      program.setOut(new PrintWriter(screen)).setErr(new PrintWriter(screen));
      int exitCode = program.execute(arguments);
      boolean noRunYet = screen.toString().contains("No run yet");
      if (exitCode == 0 || noRunYet) {
        answered.incrementAndGet();
      } else {
        troubles.add(List.of(arguments) + ": " + exitCode + " " + screen);
      }
    }
  }
}
