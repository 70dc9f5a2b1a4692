package org.quotidian.annotate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quotidian.nlp.Pipeline;
import org.quotidian.quote.QuoteFinder;

/** The annotators of each language. Models are loaded at first use. */
public interface Annotators {

  /** Finds sentences and entities; only sentences in a language that was not requested. */
  Pipeline pipeline(String language);

  /** Finds quotes; empty for a language that was not requested. */
  Optional<QuoteFinder> quotes(String language);

  /**
   * The annotators that come with the program.
   *
   * @param languages as in {@link Language#chosen}
   * @throws IllegalArgumentException if a language is not supported
   */
  static Annotators of(Collection<String> languages) {
    List<Language> wanted = Language.chosen(languages);
    return new Annotators() {
      @Override
      public Pipeline pipeline(String language) {
        return inUse(language).pipeline();
      }

      @Override
      public Optional<QuoteFinder> quotes(String language) {
        return inUse(language).quotes();
      }

      private Language inUse(String code) {
        Language language = Language.of(code);
        return wanted.contains(language) ? language : Language.sentencesOnly(code);
      }
    };
  }
}
