package org.quotidian.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.quote.QuoteFinder;

/** Annotates with this program on one thread: CPU seconds for all articles, and memory. */
final class OurFigures {

  private static final double WARM_UP = 15; // seconds, because a long run is compiled only once
  private static final double LONG_ENOUGH = 6; // seconds of the measurement

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final Pipeline pipeline;
  private final Optional<QuoteFinder> quotes;

  private OurFigures(String language) {
    this.pipeline = Language.of(language).pipeline();
    this.quotes = Language.of(language).quotes();
  }

  /**
   * @param arguments language; the largest number of articles; files, folders, globs
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    BenchmarkTexts texts =
        BenchmarkTexts.in(
            given.get(0), given.subList(2, given.size()), Integer.parseInt(given.get(1)));
    Figures figures = new Figures();
    new OurFigures(given.get(0)).measure(texts, figures);
    figures.tell();
    System.exit(0);
  }

  private void measure(BenchmarkTexts texts, Figures figures) {
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP * 1e9; ) {
      tokens(texts.warmUp());
    }
    double longEnough = texts.fresh() ? 0 : LONG_ENOUGH * 1e9;
    long tokens;
    int rounds = 0;
    long start = CPU.getCurrentThreadCpuTime();
    do {
      tokens = tokens(texts.measured());
      rounds++;
    } while (CPU.getCurrentThreadCpuTime() - start < longEnough);
    figures.put("articles", texts.measured().size());
    figures.put("tokens", tokens);
    figures.put("CPU", (CPU.getCurrentThreadCpuTime() - start) / 1e9 / rounds);
  }

  private long tokens(List<BenchmarkTexts.Text> texts) {
    return texts.stream().mapToLong(text -> tokens(text.article())).sum();
  }

  /** Annotates an article; returns its number of tokens. */
  private long tokens(Article article) {
    List<Sentence> sentences = pipeline.sentences(article);
    List<EntityMention> entities = pipeline.entities(article, sentences);
    AnnotatedArticle annotated = AnnotatedArticle.of(article, sentences).withEntities(entities);
    quotes.ifPresent(finder -> finder.find(annotated));
    return sentences.stream().mapToLong(sentence -> sentence.tokens().size()).sum();
  }
}
