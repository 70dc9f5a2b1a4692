package org.quotidian.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.vietnamese.training.AnnotatedText;

/**
 * Learns from annotated articles how often quotes are right that the rules alone find: makes {@code
 * confidence-weights.tsv} in the folder of a language. The same articles always give the same file.
 */
public final class ConfidenceTraining {

  private static final String INDIRECT = QuoteType.INDIRECT.label();

  /** The share of the longer of quote and annotated quote that must be common. */
  private static final double INDIRECT_OVERLAP = 0.5;

  private static final double MARKED_OVERLAP = 0.8;

  /** A quote of which so much lies in an optional one tells nothing. */
  private static final double IN_OPTIONAL = 0.5;

  /** Standard deviation of the prior: the one of least error on articles not trained on. */
  private static final double SIGMA = 0.64;

  private final Lexicon lexicon;
  private final List<DecisionTraining.Example> examples = new ArrayList<>();

  private ConfidenceTraining(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param folder where the file goes; created if absent
   * @return the file written
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException for a language without lists
   */
  public static Path train(
      String language, Pipeline pipeline, List<QuoteTraining.GoldArticle> articles, Path folder)
      throws IOException {
    var training = new ConfidenceTraining(Lexicon.of(language, Decisions.ends(language)));
    QuoteTraining.annotated(pipeline, articles).forEach(training::learn);
    Files.createDirectories(folder);
    return QuoteTraining.write(
        folder.resolve(Decisions.CONFIDENCE), DecisionTraining.weights(training.examples, SIGMA));
  }

  private void learn(QuoteTraining.Annotated gold) {
    List<AnnotatedText.Quote> annotated = gold.quotes();
    for (Assembly.Found found : new Assembly(Groundwork.of(gold.article(), lexicon)).found()) {
      Quote quote = found.quote();
      AnnotatedText.Quote best = best(quote, annotated);
      boolean unknown =
          best == null
              ? isUntouched(quote.span(), annotated) || isOptional(quote.span(), annotated)
              : best.optional() || namedByRelative(best, gold.article());
      if (!found.features().isEmpty() && !unknown) {
        boolean right = best != null && isRight(quote, best);
        examples.add(DecisionTraining.Example.yesOrNo(gold.id(), found.features(), right));
      }
    }
  }

  /** Annotators leave out passages: about half of what is found there is right. */
  private static boolean isUntouched(Span span, List<AnnotatedText.Quote> annotated) {
    return annotated.stream().allMatch(other -> QuoteTraining.common(other.span(), span) == 0);
  }

  /** The annotated quote that has nearly the same words; null if there is none. */
  private static AnnotatedText.@Nullable Quote best(
      Quote quote, List<AnnotatedText.Quote> annotated) {
    AnnotatedText.Quote best = null;
    double highest = 0;
    for (AnnotatedText.Quote other : annotated) {
      double common = QuoteTraining.common(other.span(), quote.span());
      double share =
          common / Math.max(QuoteTraining.length(other.span()), QuoteTraining.length(quote.span()));
      boolean indirect = other.type().equals(INDIRECT);
      boolean part = // one of the paragraphs of a long quotation
          !indirect
              && quote.type() == QuoteType.DIRECT
              && common >= MARKED_OVERLAP * QuoteTraining.length(quote.span());
      if (share > highest && (part || share >= (indirect ? INDIRECT_OVERLAP : MARKED_OVERLAP))) {
        highest = share;
        best = other;
      }
    }
    return best;
  }

  private static boolean isOptional(Span span, List<AnnotatedText.Quote> annotated) {
    return annotated.stream()
        .anyMatch(
            other ->
                other.optional()
                    && QuoteTraining.common(other.span(), span)
                        > IN_OPTIONAL * QuoteTraining.length(span));
  }

  /** Some annotators take “who” for the source, whoever is meant. */
  private boolean namedByRelative(AnnotatedText.Quote annotated, AnnotatedArticle article) {
    Span mention = annotated.mention();
    return mention != null
        && lexicon
                .words(WordKind.RELATIVE)
                .of(mention.in(article.article().text()).toLowerCase(Locale.ROOT))
            != null;
  }

  private static boolean isRight(Quote quote, AnnotatedText.Quote annotated) {
    Span mention = annotated.mention();
    Span speaker = quote.speaker();
    return mention != null && speaker != null && QuoteTraining.common(mention, speaker) > 0
        || QuoteTraining.sameName(annotated.canonical(), quote.canonicalSpeaker());
  }
}
