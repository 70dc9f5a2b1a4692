package org.quotidian.quote;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;

/**
 * Finds quotes and speakers in an article whose sentences, tokens and names are known. The stages
 * find marked words, reporting words, their sources, the clauses they govern, and the person each
 * source refers to.
 *
 * <p>A finder contains the word lists of one language and no data of articles, so it is thread-safe
 * and always gives the same quotes for the same article. The time grows linearly with the length of
 * the article.
 */
public final class QuoteFinder {

  private static final Map<String, QuoteFinder> FINDERS = new ConcurrentHashMap<>();

  private final Lexicon lexicon;

  private QuoteFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether there are word lists for a language. */
  public static boolean supports(String language) {
    return FINDERS.containsKey(language)
        || language.matches("\\p{Lower}{2,3}") && new Lists(language).exist();
  }

  /**
   * The shared finder of a language.
   *
   * @param language BCP 47 code, such as {@code vi}
   * @throws IllegalArgumentException for a language without word lists
   */
  public static QuoteFinder forLanguage(String language) {
    if (!supports(language)) {
      throw new IllegalArgumentException("no word lists for quotes in language: " + language);
    }
    return FINDERS.computeIfAbsent(language, code -> new QuoteFinder(Lexicon.of(code)));
  }

  /** Whether the rules of this language read the part-of-speech tags of tokens. */
  public boolean needsTags() {
    return lexicon.traits().verbsByTags();
  }

  /**
   * The quotes of the article's body, by start, then end.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; the flag stays
   *     set
   */
  public List<Quote> find(AnnotatedArticle article) {
    return new Assembly(Groundwork.of(article, lexicon)).quotes();
  }
}
