package org.quotidian.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.Pipelines;
import org.quotidian.quote.QuoteFinder;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;
import org.quotidian.source.SourceItem;

/**
 * What a job would cost if it did nothing but annotate: a loop over articles that are already in
 * memory, models loaded on the way, nothing written.
 */
final class BareLoopFigures {

  private BareLoopFigures() {}

  /**
   * @param arguments number of threads; files, folders, globs
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    double starting = Figures.processCpu();
    List<Article> articles = read(given.subList(1, given.size()));
    double read = Figures.processCpu();
    annotate(articles, Integer.parseInt(given.get(0)));
    Figures figures = new Figures();
    figures.put("articles", articles.size());
    figures.put("CPU", starting + Figures.processCpu() - read);
    figures.tell();
    System.exit(0);
  }

  private static List<Article> read(List<String> paths) throws SourceException {
    LanguageDetector languages = new LanguageDetector();
    ArticleReader reader = new ArticleReader(BenchmarkTexts.LIMITS);
    List<Article> articles = new ArrayList<>();
    for (SourceItem item :
        new SourceFinder(paths, Path.of("").toAbsolutePath(), BenchmarkTexts.LIMITS)) {
      Article article = reader.read(item, "benchmark");
      articles.add(article.inLanguage(languages.detect(article.text()).code()));
    }
    return articles;
  }

  private static void annotate(List<Article> articles, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> results = new ArrayList<>();
    for (Article article : articles) {
      results.add(pool.submit(() -> annotate(article).quotes().size()));
    }
    for (Future<Integer> result : results) {
      result.get();
    }
    pool.shutdown();
  }

  private static ArticleRows annotate(Article article) {
    String language = article.language();
    Pipeline pipeline =
        Pipelines.supports(language) ? Pipelines.of(language) : Pipelines.sentencesOnly(language);
    List<Sentence> sentences = pipeline.sentences(article);
    AnnotatedArticle annotated =
        AnnotatedArticle.of(article, sentences).withEntities(pipeline.entities(article, sentences));
    return ArticleRows.of(
        QuoteFinder.supports(language)
            ? annotated.withQuotes(QuoteFinder.forLanguage(language).find(annotated))
            : annotated);
  }
}
