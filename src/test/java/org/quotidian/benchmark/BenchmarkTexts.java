package org.quotidian.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.Article;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;
import org.quotidian.source.SourceItem;

/** The articles that are measured, read as a job reads them. */
final class BenchmarkTexts {

  private static final Limits LIMITS = new Limits(50L << 20, 200_000); // as a job's defaults

  private BenchmarkTexts() {}

  /**
   * @param paths files, folders and globs
   * @param most how many articles
   * @throws IllegalArgumentException if there is none in the language
   */
  static List<Article> in(String language, List<String> paths, int most) throws SourceException {
    LanguageDetector languages = new LanguageDetector();
    ArticleReader reader = new ArticleReader(LIMITS);
    List<Article> articles = new ArrayList<>();
    for (SourceItem item : new SourceFinder(paths, Path.of("").toAbsolutePath(), LIMITS)) {
      Article article = reader.read(item, "benchmark");
      if (languages.detect(article.text()).code().equals(language)) {
        articles.add(article.inLanguage(language));
      }
      if (articles.size() == most) {
        break;
      }
    }
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("no article in " + language + " in " + paths);
    }
    return articles;
  }
}
