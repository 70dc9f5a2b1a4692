package org.quotidian.annotate;

import java.util.Collection;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;

/**
 * Annotates articles in four stages: {@link #withLanguage language}, {@link #sentences}, {@link
 * #entities} and {@link #quotes}; {@link #annotate} runs them all. Safe for any number of threads.
 * Models are loaded at first use, which takes seconds; see {@link #load}.
 */
public final class ArticleAnnotation {

  private final Annotators annotators;
  private final LanguageDetector languages = new LanguageDetector(Language.knownCodes());

  /**
   * Annotates with the models and rules that come with the program.
   *
   * @param languages as in {@link Language#chosen}; articles in others get sentences only
   * @throws IllegalArgumentException if a language is not supported
   */
  public static ArticleAnnotation of(Collection<String> languages) {
    return new ArticleAnnotation(Annotators.of(languages));
  }

  public ArticleAnnotation(Annotators annotators) {
    this.annotators = annotators;
  }

  /** Runs all stages. The language is detected unless the article already has one. */
  public AnnotatedArticle annotate(Article article) {
    Article known =
        article.language().equals(Article.UNDETERMINED) ? withLanguage(article) : article;
    return quotes(entities(sentences(known)));
  }

  /**
   * Sets the article's language to that of most of its text, or {@code und} if it has no letters.
   */
  public Article withLanguage(Article article) {
    return article.inLanguage(languages.detect(article.text()).code());
  }

  /** Splits the text into sentences. */
  public AnnotatedArticle sentences(Article article) {
    return AnnotatedArticle.of(article, annotators.pipeline(article.language()).sentences(article));
  }

  /** Adds names, dates and amounts to an article that already has sentences. */
  public AnnotatedArticle entities(AnnotatedArticle annotated) {
    Article article = annotated.article();
    return annotated.withEntities(
        annotators.pipeline(article.language()).entities(article, annotated.sentences()));
  }

  /** Adds quotes and speakers to an article that already has entities. */
  public AnnotatedArticle quotes(AnnotatedArticle annotated) {
    return annotators
        .quotes(annotated.article().language())
        .map(finder -> annotated.withQuotes(finder.find(annotated)))
        .orElse(annotated);
  }

  /** Loads the models of a language. Only the first call takes long. */
  public void load(String language) {
    annotators.pipeline(language);
    annotators.quotes(language);
  }
}
