package org.quotidian.annotate;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.Pipelines;
import org.quotidian.quote.QuoteFinder;

/** What works on the text of each language. Models are loaded at first use. */
public interface Annotators {

  /** What finds sentences and entities; for a language that is not asked for, sentences only. */
  Pipeline pipeline(String language);

  /** What finds quotes; empty for a language that is not asked for. */
  Optional<QuoteFinder> quotes(String language);

  /** Names models, rules and word lists of a language; loads nothing large. */
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
