package org.quotidian.quote;

import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.Pipelines;

/**
 * What finding quotes costs beside tokens, tags and names, and all of it beside CoreNLP's own
 * quotes, in one process and one thread. Look at the ratios; times are those of this machine at
 * this moment.
 */
final class SpeedFigures {

  private static final int WARM_UP = 4; // articles
  private static final int WARM_UP_ROUNDS = 25; // a long run is compiled once
  private static final String CORENLP = "tokenize,pos,lemma,ner,depparse,coref,quote";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SpeedFigures() {}

  /** CPU nanoseconds of each stage. */
  private static final class Cost {
    long sentences;
    long entities;
    long quotes;
    long tokens;

    long before() {
      return sentences + entities;
    }

    long all() {
      return before() + quotes;
    }
  }

  /**
   * @param arguments one, parts separated by commas: language; a gold file, or a folder of texts;
   *     how many articles; "corenlp" to run its pipeline on them too
   */
  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments.length > 0 ? arguments[0].split(",") : new String[0]);
    String language = given.isEmpty() ? "en" : given.get(0);
    Path texts = Path.of(given.size() > 1 ? given.get(1) : "input/" + language);
    int number = given.size() > 2 ? Integer.parseInt(given.get(2)) : 10;
    List<Article> articles = articles(texts, language);
    List<Article> warmUp = articles.subList(0, Math.min(WARM_UP, articles.size()));
    List<Article> measured =
        articles.size() > WARM_UP + 1
            ? articles.subList(WARM_UP, Math.min(articles.size(), WARM_UP + number))
            : articles;
    Pipeline pipeline = Pipelines.of(language);
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      ours(warmUp, pipeline);
    }
    Cost cost = ours(measured, pipeline);
    System.out.printf(
        "%d articles, %d tokens, CPU s: tokens and tags %.3f, names %.3f, quotes %.3f%n",
        measured.size(), cost.tokens, cost.sentences / 1e9, cost.entities / 1e9, cost.quotes / 1e9);
    System.out.printf(
        "quotes cost %.1f %% of what comes before%n", 100.0 * cost.quotes / cost.before());
    System.out.printf("%.0f tokens a CPU second%n", cost.tokens / (cost.all() / 1e9));
    if (given.contains("corenlp")) {
      long theirs = coreNlp(warmUp, measured);
      System.out.printf(
          "CoreNLP %s: %.1f CPU s, %.0f tokens a CPU second; ours is %.0f times as fast%n",
          CORENLP, theirs / 1e9, cost.tokens / (theirs / 1e9), (double) theirs / cost.all());
    }
  }

  private static List<Article> articles(Path texts, String language) throws IOException {
    if (Files.isRegularFile(texts)) {
      return new ArrayList<>(Corpus.articles(texts, language).values());
    }
    var articles = new ArrayList<Article>();
    try (Stream<Path> files = Files.list(texts)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        articles.add(Corpus.article(file.toString(), Files.readString(file), language));
      }
    }
    return articles;
  }

  private static Cost ours(List<Article> articles, Pipeline pipeline) {
    QuoteFinder finder = QuoteFinder.forLanguage(pipeline.language());
    var cost = new Cost();
    for (Article article : articles) {
      long start = THREADS.getCurrentThreadCpuTime();
      List<Sentence> sentences = pipeline.sentences(article);
      long tagged = THREADS.getCurrentThreadCpuTime();
      List<EntityMention> entities = pipeline.entities(article, sentences);
      long named = THREADS.getCurrentThreadCpuTime();
      List<Quote> quotes =
          finder.find(new AnnotatedArticle(article, sentences, entities, List.of()));
      cost.quotes += THREADS.getCurrentThreadCpuTime() - named;
      cost.sentences += tagged - start;
      cost.entities += named - tagged;
      cost.tokens += sentences.stream().mapToInt(s -> s.tokens().size()).sum();
      if (quotes.stream().anyMatch(quote -> quote.span().length() == 0)) {
        throw new IllegalStateException("empty quote in " + article.source());
      }
    }
    return cost;
  }

  private static long coreNlp(List<Article> warmUp, List<Article> measured) {
    var settings = new Properties();
    settings.setProperty("annotators", CORENLP);
    settings.setProperty("threads", "1");
    // dates need an XML library that this project does without; that makes CoreNLP faster here
    settings.setProperty("ner.useSUTime", "false");
    var pipeline = new StanfordCoreNLP(settings);
    warmUp.forEach(article -> pipeline.process(article.text()));
    long start = THREADS.getCurrentThreadCpuTime();
    measured.forEach(article -> pipeline.process(article.text()));
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
