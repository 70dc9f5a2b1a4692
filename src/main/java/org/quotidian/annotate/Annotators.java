package org.quotidian.annotate;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.Pipelines;
import org.quotidian.quote.QuoteFinder;

/** The annotators of each language. Models are loaded at first use. */
public interface Annotators {

  /** Finds sentences and entities; only sentences in a language that was not requested. */
  Pipeline pipeline(String language);

  /** Finds quotes; empty for a language that was not requested. */
  Optional<QuoteFinder> quotes(String language);

  /** Identifies the models, rules and word lists of a language. Loads nothing large. */
  String version(String language);

  /**
   * The annotators that come with the program.
   *
   * @param languages BCP 47 codes of the languages to annotate
   */
  static Annotators of(Collection<String> languages) {
    Set<String> wanted = Set.copyOf(languages);
    return new Annotators() {
      @Override
      public Pipeline pipeline(String language) {
        return wanted.contains(language) && Pipelines.supports(language)
            ? Pipelines.of(language)
            : Pipelines.sentencesOnly(language);
      }

      @Override
      public Optional<QuoteFinder> quotes(String language) {
        return wanted.contains(language) && QuoteFinder.supports(language)
            ? Optional.of(QuoteFinder.forLanguage(language))
            : Optional.empty();
      }

      @Override
      public String version(String language) {
        return Pipelines.version(language);
      }
    };
  }
}
