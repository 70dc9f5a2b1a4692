package org.quotidian.batch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleId;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.SourceItem;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceFinder;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.Runs;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures how many articles per second PostgreSQL can store: rows made once from the samples are
 * written repeatedly under other ids, in chunks of 40, by 1, 2 and 4 writers. This shows with how
 * many workers the database becomes the limit. The server shares this machine's cores with the
 * writers.
 */
final class StoreBenchmark {

  private static final int CHUNK = 40;

  private StoreBenchmark() {}

  /**
   * @param arguments seconds for each number of writers (10)
   */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    List<ArticleRows> samples = samples();
    double rows =
        samples.stream()
            .mapToInt(r -> 2 + r.sentences().size() + r.entities().size() + r.quotes().size())
            .average()
            .orElseThrow();
    System.out.printf(Locale.ROOT, "%d samples, %.1f rows an article%n", samples.size(), rows);
    Path folder = Files.createTempDirectory("quotidian-store");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Path file =
          Files.writeString(
              folder.resolve("job.yml"),
              """
              corpus: store
              input: [input]
              output: "%s"
              database: {url: "%s", user: postgres, password: postgres}
              """
                  .formatted(folder, postgres.getJdbcUrl("postgres", "postgres")));
      JobSettings job = JobFile.read(file, Map.of(), List.of());
      try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
          ConfigurableApplicationContext context =
              BatchApplication.open(
                  job, lock, new StopSignal(), Progress.NONE, new TestAnnotators())) {
        for (int writers : new int[] {1, 2, 4}) {
          double articles = measure(context, samples, writers, seconds);
          System.out.printf(
              Locale.ROOT,
              "%d writers: %,.0f articles, %,.0f rows a second%n",
              writers,
              articles,
              articles * rows);
        }
      }
    }
    System.exit(0);
  }

  private static double measure(
      ConfigurableApplicationContext context, List<ArticleRows> samples, int writers, int seconds)
      throws Exception {
    Run run = context.getBean(Runs.class).begin("store", true, "f", "s", "o");
    ArticleStore store = context.getBean(ArticleStore.class);
    var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    long begin = System.nanoTime();
    long deadline = begin + seconds * 1_000_000_000L;
    List<Future<Integer>> counts = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      String name = run.runId() + "/" + writer + "/";
      counts.add(
          pool.submit(
              () -> {
                int written = 0;
                while (System.nanoTime() < deadline) {
                  int first = written;
                  List<ArticleRows> chunk =
                      IntStream.range(0, CHUNK)
                          .mapToObj(
                              i -> renamed(samples.get(i % samples.size()), name + (first + i)))
                          .toList();
                  transactions.executeWithoutResult(
                      status -> store.write(run, chunk, List.of(), "f", "f"));
                  written += CHUNK;
                }
                return written;
              }));
    }
    int written = 0;
    for (Future<Integer> count : counts) {
      written += count.get();
    }
    pool.shutdown();
    return written * 1e9 / (System.nanoTime() - begin);
  }

  /** The rows of the sample articles. */
  private static List<ArticleRows> samples() throws Exception {
    ArticleAnnotation annotation = ArticleAnnotation.of(List.of("vi"));
    ArticleReader reader = new ArticleReader(Limits.USUAL);
    List<ArticleRows> rows = new ArrayList<>();
    for (SourceItem item :
        new SourceFinder(List.of("input/vi"), Path.of("").toAbsolutePath(), Limits.USUAL)) {
      Article article = reader.read(item, "store").inLanguage("vi");
      rows.add(ArticleRows.of(annotation.annotate(article)));
    }
    return rows;
  }

  private static ArticleRows renamed(ArticleRows rows, String name) {
    Article a = rows.article();
    String id = ArticleId.of("store", name, "");
    return new ArticleRows(
        new Article(
            id,
            name,
            a.record(),
            a.title(),
            a.author(),
            a.published(),
            a.language(),
            a.text(),
            a.paragraphs(),
            a.sha256()),
        rows.characters(),
        rows.notes(),
        rows.signature(),
        rows.sentences().stream().map(row -> renamed(row, id)).toList(),
        rows.entities().stream().map(row -> renamed(row, id)).toList(),
        rows.quotes().stream().map(row -> renamed(row, id)).toList());
  }

  private static SentenceRow renamed(SentenceRow row, String id) {
    return new SentenceRow(
        id,
        row.source(),
        row.sentence(),
        row.paragraph(),
        row.section(),
        row.start(),
        row.end(),
        row.text());
  }

  private static EntityRow renamed(EntityRow row, String id) {
    return new EntityRow(
        id,
        row.source(),
        row.sentence(),
        row.entity(),
        row.type(),
        row.start(),
        row.end(),
        row.text(),
        row.canonical(),
        row.normalized());
  }

  private static QuoteRow renamed(QuoteRow row, String id) {
    return new QuoteRow(
        id,
        row.source(),
        row.title(),
        row.published(),
        row.quote(),
        row.type(),
        row.sentence(),
        row.start(),
        row.end(),
        row.text(),
        row.verbatim(),
        row.speaker(),
        row.speakerStart(),
        row.speakerEnd(),
        row.canonicalSpeaker(),
        row.speakerType(),
        row.cue(),
        row.cueStart(),
        row.cueEnd(),
        row.via(),
        row.confidence());
  }
}
