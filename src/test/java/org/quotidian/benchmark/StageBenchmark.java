package org.quotidian.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quotidian.annotate.Language;
import org.quotidian.duplicate.TextSignature;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.SentencesOnlyPipeline;
import org.quotidian.quote.QuoteFinder;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.SourceException;

/**
 * Measures each stage of processing an article alone, and all annotation stages together, in
 * articles and tokens per second. The results of earlier stages are prepared.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 2)
public class StageBenchmark {

  /** A language of the job. */
  @Param({"en", "vi"})
  String language = "en";

  /** The largest number of articles. */
  @Param("50")
  int most;

  /** Files, folders and globs, separated by commas. */
  @Param(BenchmarkTexts.SAMPLES)
  String texts = BenchmarkTexts.SAMPLES;

  private final LanguageDetector languages = new LanguageDetector(Language.knownCodes());
  private final ArticleReader reader = new ArticleReader(BenchmarkTexts.LIMITS);
  private final List<Prepared> prepared = new ArrayList<>();
  private Pipeline pipeline = new SentencesOnlyPipeline(language);
  private QuoteFinder finder = QuoteFinder.forLanguage(language);

  /** An article with the results of all stages. */
  private record Prepared(
      BenchmarkTexts.Text text, List<Sentence> sentences, AnnotatedArticle annotated) {

    Article article() {
      return text.article();
    }
  }

  /** The position of a thread among the articles, and its tokens so far. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Tokens {

    /** Reported beside the articles. */
    public long tokens;

    private int next;

    private Prepared next(List<Prepared> articles) {
      Prepared article = articles.get(next++ % articles.size());
      for (Sentence sentence : article.sentences) {
        tokens += sentence.tokens().size();
      }
      return article;
    }
  }

  @Setup
  public void prepare() throws SourceException {
    pipeline = Language.of(language).pipeline();
    finder = QuoteFinder.forLanguage(language);
    for (BenchmarkTexts.Text text :
        BenchmarkTexts.in(language, List.of(texts.split(",")), most).measured()) {
      List<Sentence> sentences = pipeline.sentences(text.article());
      AnnotatedArticle annotated =
          AnnotatedArticle.of(text.article(), sentences)
              .withEntities(pipeline.entities(text.article(), sentences));
      prepared.add(new Prepared(text, sentences, annotated));
    }
  }

  @Benchmark
  public Article read(Tokens tokens) throws SourceException {
    return reader.read(tokens.next(prepared).text.item(), "benchmark");
  }

  @Benchmark
  public String language(Tokens tokens) {
    return languages.detect(tokens.next(prepared).article().text()).code();
  }

  /** Tokens, sentences and, in English, tags. */
  @Benchmark
  public List<Sentence> sentences(Tokens tokens) {
    return pipeline.sentences(tokens.next(prepared).article());
  }

  @Benchmark
  public List<EntityMention> entities(Tokens tokens) {
    Prepared article = tokens.next(prepared);
    return pipeline.entities(article.article(), article.sentences);
  }

  @Benchmark
  public List<Quote> quotes(Tokens tokens) {
    return finder.find(tokens.next(prepared).annotated);
  }

  /** For finding duplicates. */
  @Benchmark
  public String signature(Tokens tokens) {
    return TextSignature.of(tokens.next(prepared).article()).toString();
  }

  /** From text to rows. On all cores, Java's compiler takes longer to finish. */
  @Benchmark
  @Warmup(iterations = 4, time = 8)
  @Measurement(iterations = 4, time = 3)
  public ArticleRows annotate(Tokens tokens) {
    Article article = tokens.next(prepared).article();
    List<Sentence> sentences = pipeline.sentences(article);
    AnnotatedArticle annotated =
        AnnotatedArticle.of(article, sentences).withEntities(pipeline.entities(article, sentences));
    return ArticleRows.of(annotated.withQuotes(finder.find(annotated)));
  }
}
