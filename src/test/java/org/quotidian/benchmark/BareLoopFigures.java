package org.quotidian.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.model.ArticleRows;

/**
 * The cost of a job that only annotates: a loop over articles in memory, including the loading of
 * models, without writing anything.
 */
final class BareLoopFigures {

  private static final ArticleAnnotation ANNOTATION = ArticleAnnotation.of(List.of("vi", "en"));

  private BareLoopFigures() {}

  /**
   * @param arguments number of threads; files, folders, globs
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    double starting = Figures.processCpu();
    List<BenchmarkTexts.Text> articles =
        BenchmarkTexts.read(given.subList(1, given.size()), article -> true, Integer.MAX_VALUE);
    double read = Figures.processCpu();
    annotate(articles, Integer.parseInt(given.get(0)));
    Figures figures = new Figures();
    figures.put("articles", articles.size());
    figures.put("CPU", starting + Figures.processCpu() - read);
    figures.tell();
    System.exit(0);
  }

  private static void annotate(List<BenchmarkTexts.Text> articles, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> results = new ArrayList<>();
    for (BenchmarkTexts.Text text : articles) {
      results.add(
          pool.submit(() -> ArticleRows.of(ANNOTATION.annotate(text.article())).quotes().size()));
    }
    for (Future<Integer> result : results) {
      result.get();
    }
    pool.shutdown();
  }
}
