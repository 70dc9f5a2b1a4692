package org.quotidian.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.Pipelines;
import org.quotidian.quote.QuoteFinder;

/** Annotating with this program: CPU seconds of each stage on one thread, seconds on several. */
final class OurFigures {

  static final List<Integer> THREADS = List.of(1, 2, 4);

  private static final double WARM_UP = 15; // seconds: a long run is compiled once
  private static final double LONG_ENOUGH = 6; // seconds of each measurement

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final List<Article> articles;
  private final Pipeline pipeline;
  private final QuoteFinder quotes;

  private long tokens;
  private long sentencesTime; // CPU nanoseconds, as those that follow
  private long entitiesTime;
  private long quotesTime;

  private OurFigures(String language, List<Article> articles) {
    this.articles = articles;
    this.pipeline = Pipelines.of(language);
    this.quotes = QuoteFinder.forLanguage(language);
  }

  /**
   * @param arguments language; how many articles at most; files, folders, globs
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    List<Article> articles =
        BenchmarkTexts.in(
            given.get(0), given.subList(2, given.size()), Integer.parseInt(given.get(1)));
    Figures figures = new Figures();
    new OurFigures(given.get(0), articles).measure(figures);
    figures.tell();
    System.exit(0);
  }

  private void measure(Figures figures) throws Exception {
    forSeconds(WARM_UP);
    tokens = 0;
    sentencesTime = 0;
    entitiesTime = 0;
    quotesTime = 0;
    int rounds = forSeconds(LONG_ENOUGH);
    figures.put("articles", articles.size());
    figures.put("tokens", (double) tokens / rounds);
    figures.put("sentences", sentencesTime / 1e9 / rounds);
    figures.put("entities", entitiesTime / 1e9 / rounds);
    figures.put("quotes", quotesTime / 1e9 / rounds);
    for (int threads : THREADS) {
      figures.put("threads" + threads, onThreads(threads, Math.max(1, rounds)));
    }
  }

  private int forSeconds(double seconds) {
    int rounds = 0;
    for (long start = System.nanoTime(); System.nanoTime() - start < seconds * 1e9; rounds++) {
      articles.forEach(this::annotate);
    }
    return rounds;
  }

  private void annotate(Article article) {
    long start = CPU.getCurrentThreadCpuTime();
    List<Sentence> sentences = pipeline.sentences(article);
    long tagged = CPU.getCurrentThreadCpuTime();
    List<EntityMention> entities = pipeline.entities(article, sentences);
    long named = CPU.getCurrentThreadCpuTime();
    quotes.find(AnnotatedArticle.of(article, sentences).withEntities(entities));
    quotesTime += CPU.getCurrentThreadCpuTime() - named;
    sentencesTime += tagged - start;
    entitiesTime += named - tagged;
    tokens += sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
  }

  /** Seconds of a round. */
  private double onThreads(int threads, int rounds) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> results = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      for (Article article : articles) {
        results.add(pool.submit(() -> foundQuotes(article)));
      }
    }
    for (Future<Integer> result : results) {
      result.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    pool.shutdown();
    return seconds / rounds;
  }

  private int foundQuotes(Article article) {
    List<Sentence> sentences = pipeline.sentences(article);
    List<EntityMention> entities = pipeline.entities(article, sentences);
    return quotes.find(AnnotatedArticle.of(article, sentences).withEntities(entities)).size();
  }
}
