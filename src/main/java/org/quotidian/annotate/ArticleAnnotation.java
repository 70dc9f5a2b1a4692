package org.quotidian.annotate;

import java.util.Collection;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;

/**
 * Annotates articles: {@link #withLanguage language}, then {@link #sentences}, {@link #entities},
 * {@link #quotes}; {@link #annotate} does all four. For any number of threads. Models are loaded at
 * first use, which takes seconds; see {@link #load}.
 */
public final class ArticleAnnotation {

  private final Annotators annotators;
  private final LanguageDetector languages = new LanguageDetector();

  /**
   * Annotates with the models and rules that come with the program.
   *
   * @param languages BCP 47 codes; articles in other languages get sentences only
   */
  public static ArticleAnnotation of(Collection<String> languages) {
    return new ArticleAnnotation(Annotators.of(languages));
  }

  public ArticleAnnotation(Annotators annotators) {
    this.annotators = annotators;
  }

  /** All of it. The language is detected, unless the article has one already. */
  public AnnotatedArticle annotate(Article article) {
    Article known =
        article.language().equals(Article.UNDETERMINED) ? withLanguage(article) : article;
    return quotes(entities(sentences(known)));
  }

  /** The article in the language of most of its text, {@code und} if it has no letters. */
  public Article withLanguage(Article article) {
    return article.inLanguage(languages.detect(article.text()).code());
  }

  /** Splits the text into sentences. */
  public AnnotatedArticle sentences(Article article) {
    return AnnotatedArticle.of(article, annotators.pipeline(article.language()).sentences(article));
  }

  /** Adds names, dates and amounts to an article that has its sentences. */
  public AnnotatedArticle entities(AnnotatedArticle annotated) {
    Article article = annotated.article();
    return annotated.withEntities(
        annotators.pipeline(article.language()).entities(article, annotated.sentences()));
  }

  /** Adds who said what to an article that has its entities. */
  public AnnotatedArticle quotes(AnnotatedArticle annotated) {
    return annotators
        .quotes(annotated.article().language())
        .map(finder -> annotated.withQuotes(finder.find(annotated)))
        .orElse(annotated);
  }

  /** Loads what is needed for a language; only the first time takes long. */
  public void load(String language) {
    annotators.pipeline(language);
    annotators.quotes(language);
  }

  /** Names models, rules and word lists of a language; loads nothing large. */
  public String version(String language) {
    return annotators.version(language);
  }
}
