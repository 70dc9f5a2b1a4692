package org.quotidian.batch;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;
import org.quotidian.source.SourceItem;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What finding, reading, the database and CSV cost on top of the annotators: the whole job against
 * a bare loop over articles already in memory, with the same threads, in turn in one process. Look
 * at the ratio; times are those of this machine at this moment.
 */
final class JobBenchmark {

  private static final int COPIES = 20;
  private static final String WARM_UPS = "3"; // a long run is compiled once

  private final Path folder = Files.createTempDirectory("quotidian-benchmark");
  private final int threads;
  private final Annotators annotators = Annotators.of(List.of("vi", "en"));

  private JobBenchmark(int threads) throws IOException {
    this.threads = threads;
  }

  /**
   * @param arguments number of threads (2); rounds (5); folder of articles (the samples, many times
   *     over); rounds before those, not measured (3)
   */
  public static void main(String[] arguments) throws Exception {
    int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    JobBenchmark benchmark = new JobBenchmark(threads);
    Path input = arguments.length > 2 ? Path.of(arguments[2]) : benchmark.samples();
    benchmark.run(input, Integer.parseInt(arguments.length > 3 ? arguments[3] : WARM_UPS), rounds);
    System.exit(0);
  }

  /** The sample articles of {@code input/}, {@value COPIES} copies of each. */
  private Path samples() throws IOException {
    Path copies = folder.resolve("input");
    try (Stream<Path> files = Files.walk(Path.of("input"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        for (int i = 0; i < COPIES; i++) {
          Path copy =
              copies.resolve(Path.of(String.valueOf(i)).resolve(Path.of("input").relativize(file)));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return copies;
  }

  private void run(Path input, int warmUps, int rounds) throws Exception {
    JobSettings job = job(input);
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(job, lock, new StopSignal(), Progress.NONE, annotators)) {
      run(input, context, warmUps, rounds);
    }
  }

  private void run(Path input, ConfigurableApplicationContext context, int warmUps, int rounds)
      throws Exception {
    List<Article> articles = read(input);
    long characters = articles.stream().mapToLong(article -> article.text().length()).sum();
    System.out.printf(
        Locale.ROOT,
        "%d articles, %,d characters, %d threads%n",
        articles.size(),
        characters,
        threads);
    for (int i = 0; i < warmUps; i++) {
      bareLoop(articles);
      empty(context);
      wholeJob(context);
    }
    List<double[]> bare = new ArrayList<>();
    List<double[]> whole = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      bare.add(measured(() -> bareLoop(articles)));
      empty(context);
      whole.add(measured(() -> wholeJob(context)));
    }
    print("bare loop", bare);
    print("whole job", whole);
    System.out.printf(
        Locale.ROOT,
        "ratio job / loop, median of rounds: CPU %.3f, wall %.3f%n",
        ratio(whole, bare, 1),
        ratio(whole, bare, 0));
  }

  private List<Article> read(Path input) {
    Limits limits = new Limits(50L << 20, 200_000);
    LanguageDetector languages = new LanguageDetector();
    ArticleReader reader = new ArticleReader(limits);
    List<Article> articles = new ArrayList<>();
    for (SourceItem item :
        new SourceFinder(List.of(input.toString()), Path.of("").toAbsolutePath(), limits)) {
      try {
        Article article = reader.read(item, "benchmark");
        articles.add(article.inLanguage(languages.detect(article.text()).code()));
      } catch (SourceException e) {
        System.out.println(item.source() + ": " + e.getMessage());
      }
    }
    return articles;
  }

  private Integer bareLoop(List<Article> articles) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> results = new ArrayList<>();
    for (Article article : articles) {
      results.add(pool.submit(() -> annotate(article).quotes().size()));
    }
    int quotes = 0;
    for (Future<Integer> result : results) {
      quotes += result.get();
    }
    pool.shutdown();
    return quotes;
  }

  private ArticleRows annotate(Article article) {
    AnnotatedArticle annotated = new SentenceProcessor(annotators).process(article);
    annotated = new EntityProcessor(annotators).process(annotated);
    return ArticleRows.of(new QuoteProcessor(annotators).process(annotated));
  }

  /** Without the report, whose cost does not grow with the articles of a night. */
  private JobSettings job(Path input) throws IOException {
    Path file = folder.resolve("job.yml");
    Files.writeString(
        file,
        """
        corpus: benchmark
        input: ["%s"]
        output: "%s/output"
        threads: %d
        report: {enabled: false}
        database: {url: "jdbc:hsqldb:file:%s/database/quotidian"}
        """
            .formatted(input.toAbsolutePath(), folder, threads, folder));
    return JobFile.read(file, Map.of());
  }

  private static Integer wholeJob(ConfigurableApplicationContext context) {
    return context.getBean(Launcher.class).run().run().done();
  }

  /** Forgets all articles, so that the next run begins anew in the same, warm context. */
  private static void empty(ConfigurableApplicationContext context) {
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    for (String table :
        List.of(
            "quote",
            "entity",
            "sentence",
            "signature",
            "sighting",
            "short_lines",
            "article",
            "ledger",
            "manifest",
            "run")) {
      jdbc.update("delete from " + table);
    }
  }

  /** Wall and CPU seconds, and seconds of Java's own work: compiling, and collecting garbage. */
  private static double[] measured(Callable<Integer> work) throws Exception {
    System.gc();
    double[] from = now();
    if (work.call() == 0) {
      throw new IllegalStateException("nothing was done");
    }
    double[] until = now();
    return IntStream.range(0, from.length).mapToDouble(i -> until[i] - from[i]).toArray();
  }

  private static double[] now() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new double[] {
      System.nanoTime() / 1e9,
      system.getProcessCpuTime() / 1e9,
      ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3,
      ManagementFactory.getGarbageCollectorMXBeans().stream()
              .mapToLong(GarbageCollectorMXBean::getCollectionTime)
              .sum()
          / 1e3
    };
  }

  private static void print(String name, List<double[]> rounds) {
    System.out.printf(
        Locale.ROOT,
        "%s: CPU %.2f s, wall %.2f s, compiling %.2f s, collecting %.2f s (medians of %d)%n",
        name,
        median(rounds, 1),
        median(rounds, 0),
        median(rounds, 2),
        median(rounds, 3),
        rounds.size());
  }

  private static double median(List<double[]> rounds, int figure) {
    return median(rounds.stream().mapToDouble(round -> round[figure]).toArray());
  }

  private static double ratio(List<double[]> a, List<double[]> b, int figure) {
    return median(
        IntStream.range(0, a.size())
            .mapToDouble(i -> a.get(i)[figure] / b.get(i)[figure])
            .toArray());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
