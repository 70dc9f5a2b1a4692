package org.quotidian.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.quotidian.annotate.Language;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.Article;
import org.quotidian.model.SourceItem;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;

/**
 * The articles to measure, read as a job reads them.
 *
 * @param warmUp articles to annotate first, so that Java has compiled the annotators
 * @param measured others, because cached results make the same article faster; the same if there
 *     are not enough
 */
record BenchmarkTexts(List<Text> warmUp, List<Text> measured) {

  /** The argument for the sample articles. */
  static final String SAMPLES = "input/en/*.txt,input/vi/*.txt";

  static final Limits LIMITS = new Limits(50L << 20, 200_000); // like a job's defaults

  /** An article and its source. */
  record Text(SourceItem item, Article article) {}

  /**
   * @param paths files, folders and globs
   * @param most the largest number of articles to measure
   * @throws IllegalArgumentException if there is none in the language
   */
  static BenchmarkTexts in(String language, List<String> paths, int most) throws SourceException {
    List<Text> articles = read(paths, article -> article.language().equals(language), 2 * most);
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("no article in " + language + " in " + paths);
    }
    if (articles.size() == 2 * most) {
      return new BenchmarkTexts(articles.subList(0, most), articles.subList(most, 2 * most));
    }
    List<Text> some = articles.subList(0, Math.min(most, articles.size()));
    return new BenchmarkTexts(some, some);
  }

  /** The first wanted articles, each with its language. */
  static List<Text> read(List<String> paths, Predicate<Article> wanted, int most)
      throws SourceException {
    LanguageDetector languages = new LanguageDetector(Language.knownCodes());
    ArticleReader reader = new ArticleReader(LIMITS);
    List<Text> articles = new ArrayList<>();
    for (SourceItem item : new SourceFinder(paths, Path.of("").toAbsolutePath(), LIMITS)) {
      Article article = reader.read(item, "benchmark");
      article = article.inLanguage(languages.detect(article.text()).code());
      if (wanted.test(article)) {
        articles.add(new Text(item, article));
      }
      if (articles.size() == most) {
        break;
      }
    }
    return articles;
  }

  boolean fresh() {
    return !warmUp.equals(measured);
  }
}
