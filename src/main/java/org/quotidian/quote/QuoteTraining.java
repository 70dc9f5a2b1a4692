package org.quotidian.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.vietnamese.training.AnnotatedText;

/**
 * Learns from annotated articles which of the words that the rules for quotes propose somebody
 * said: makes the files {@code *-weights.tsv} in the folder of a language. The same articles always
 * give the same files.
 */
public final class QuoteTraining {

  private static final String DIRECT = QuoteType.DIRECT.label();
  private static final String INDIRECT = QuoteType.INDIRECT.label();

  /** What annotators call words in quotation marks that nobody said. */
  private static final String NOBODY = "scare";

  /** UTF-16 units by which a proposal may begin or end beside the annotated quote. */
  private static final int BESIDE = 8;

  private static final int BESIDE_END = 3;

  /** The share of a quote that a proposal beginning with it must cover. */
  private static final double LEAST_SHARE = 0.3;

  /** A proposal that overlaps a quote by less has nothing to do with it. */
  private static final double OVERLAP = 0.5;

  /** The share of the shorter of marked words and quote that must be common. */
  private static final double MARKED_OVERLAP = 0.7;

  private final List<DecisionTraining.Example> examples = new ArrayList<>();

  private QuoteTraining() {}

  /** An article and its quotes, in the order of its annotation. */
  public record GoldArticle(Article article, List<AnnotatedText.Quote> quotes) {

    public GoldArticle {
      quotes = List.copyOf(quotes);
    }
  }

  /**
   * Trains on all articles and writes the weights. To use them, put them among the resources of
   * {@code org.quotidian.quote}, in the folder of the language.
   *
   * @param language BCP 47 code of a language with lists for quotes
   * @param pipeline finds its sentences and names
   * @param folder where the files go; created if absent
   * @return the files written
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException for a language without lists
   */
  public static List<Path> train(
      String language, Pipeline pipeline, List<GoldArticle> articles, Path folder)
      throws IOException {
    return train(language, annotated(pipeline, articles), folder);
  }

  static List<Path> train(String language, List<Annotated> annotated, Path folder)
      throws IOException {
    var files = new ArrayList<Path>();
    Files.createDirectories(folder);
    Decisions decisions = Decisions.NONE;
    List<List<String>> ends = learnt(language, decisions, annotated, QuoteTraining::learnEnds);
    files.add(write(folder.resolve(Decisions.ENDS), ends));
    decisions = decisions.withEnds(ends);
    List<List<String>> clauses =
        learnt(language, decisions, annotated, QuoteTraining::learnClauses);
    files.add(write(folder.resolve(Decisions.CLAUSES), clauses));
    decisions = decisions.withClauses(clauses);
    List<List<String>> marked = learnt(language, decisions, annotated, QuoteTraining::learnMarked);
    files.add(write(folder.resolve(Decisions.MARKED), marked));
    return files;
  }

  static Path write(Path file, List<List<String>> rows) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("# Made by quotidian train quotes. Feature, tab, weight; a sum above 0 means yes.");
    rows.forEach(row -> lines.add(String.join("\t", row)));
    return Files.write(file, lines);
  }

  /** An article with its names, and what somebody says in it. */
  record Annotated(AnnotatedArticle article, List<AnnotatedText.Quote> quotes) {

    String id() {
      return article.article().id() + " " + article.article().source();
    }
  }

  /** What is learnt from the proposals in one article. */
  private interface Lesson {
    void learn(QuoteTraining training, Proposals proposals, Annotated article);
  }

  static List<Annotated> annotated(Pipeline pipeline, List<GoldArticle> articles) {
    var annotated = new ArrayList<Annotated>();
    for (GoldArticle gold : articles) {
      List<Sentence> sentences = pipeline.sentences(gold.article());
      var article =
          new AnnotatedArticle(
              gold.article(), sentences, pipeline.entities(gold.article(), sentences), List.of());
      List<AnnotatedText.Quote> said =
          gold.quotes().stream().filter(quote -> !quote.type().equals(NOBODY)).toList();
      annotated.add(new Annotated(article, said));
    }
    return annotated;
  }

  private static List<List<String>> learnt(
      String language, Decisions decisions, List<Annotated> articles, Lesson lesson) {
    Lexicon lexicon = Lexicon.of(language, decisions);
    var training = new QuoteTraining();
    for (Annotated article : articles) {
      lesson.learn(training, new Proposals(article.article(), lexicon), article);
    }
    return DecisionTraining.weights(training.examples);
  }

  private void learnClauses(Proposals proposals, Annotated article) {
    List<Proposals.Clause> clauses = proposals.clauses();
    Set<AnnotatedText.Quote> met =
        article.quotes().stream()
            .filter(quote -> clauses.stream().anyMatch(clause -> begins(clause, quote)))
            .collect(Collectors.toSet());
    for (Proposals.Clause clause : clauses) {
      Boolean said = isSaid(clause, article, met);
      if (said != null) {
        add(article, clause.features(), said);
      }
    }
  }

  private void learnMarked(Proposals proposals, Annotated article) {
    List<AnnotatedText.Quote> quotes = article.quotes();
    for (List<Proposals.Marked> choice : proposals.marked()) {
      var options = new ArrayList<DecisionTraining.Option>();
      for (Proposals.Marked marked : choice) {
        Boolean right = isRight(marked, quotes);
        if (right != null) {
          options.add(new DecisionTraining.Option(marked.features(), right));
        }
      }
      if (!options.isEmpty()) {
        examples.add(new DecisionTraining.Example(article.id(), options));
      }
    }
  }

  private void learnEnds(Proposals proposals, Annotated article) {
    for (List<Proposals.End> ends : proposals.ends()) {
      AnnotatedText.Quote quote =
          ends.isEmpty() ? null : beginning(ends.get(0).start(), article.quotes());
      for (Proposals.End end : ends) {
        if (quote == null || end.end() > quote.span().end() + BESIDE_END) {
          break;
        }
        boolean here = Math.abs(end.end() - quote.span().end()) <= BESIDE_END;
        add(article, end.features(), here);
      }
    }
  }

  private void add(Annotated article, List<String> features, boolean yes) {
    examples.add(DecisionTraining.Example.yesOrNo(article.id(), features, yes));
  }

  /** The last quote that begins at a position and is not word for word. */
  private static AnnotatedText.@Nullable Quote beginning(
      int start, List<AnnotatedText.Quote> quotes) {
    AnnotatedText.Quote found = null;
    for (AnnotatedText.Quote quote : quotes) {
      boolean begins = Math.abs(quote.span().start() - start) <= BESIDE;
      found = begins && !quote.type().equals(DIRECT) ? quote : found;
    }
    return found;
  }

  /**
   * Whether a quote begins where a proposal does; null where that cannot be told: an optional
   * quote, or one that no proposal begins with.
   */
  private static @Nullable Boolean isSaid(
      Proposals.Clause clause, Annotated article, Set<AnnotatedText.Quote> met) {
    AnnotatedText.Quote best = null;
    double highest = 0;
    for (AnnotatedText.Quote quote : article.quotes()) {
      double overlap =
          (double) common(quote.span(), clause.span())
              / Math.max(length(quote.span()), length(clause.span()));
      double likeness = begins(clause, quote) ? Math.max(overlap, OVERLAP) : overlap;
      if (likeness > highest) {
        highest = likeness;
        best = quote;
      }
    }
    if (best == null || highest < OVERLAP) {
      return false;
    }
    if (best.optional() || !met.contains(best)) {
      return null;
    }
    return begins(clause, best) && (!best.type().equals(DIRECT) || clause.verbatim());
  }

  private static boolean begins(Proposals.Clause clause, AnnotatedText.Quote quote) {
    return Math.abs(quote.span().start() - clause.span().start()) <= BESIDE
        && common(quote.span(), clause.span()) > LEAST_SHARE * length(quote.span());
  }

  /** Whether marked words belong to a quote of the proposed source; null for an optional quote. */
  private static @Nullable Boolean isRight(
      Proposals.Marked marked, List<AnnotatedText.Quote> quotes) {
    AnnotatedText.Quote best = null;
    double highest = 0;
    for (AnnotatedText.Quote quote : quotes) {
      double overlap =
          (double) common(quote.span(), marked.span())
              / Math.min(length(quote.span()), length(marked.span()));
      if (!quote.type().equals(INDIRECT) && overlap > highest) {
        highest = overlap;
        best = quote;
      }
    }
    if (best == null || highest < MARKED_OVERLAP) {
      return false;
    }
    if (best.optional()) {
      return null;
    }
    Span mention = best.mention();
    return mention != null && common(mention, marked.source()) > 0
        || !best.canonical().isEmpty() && sameName(best.canonical(), marked.canonical());
  }

  static boolean sameName(String one, String other) {
    List<String> first = List.of(one.split("\\s+"));
    List<String> second = List.of(other.split("\\s+"));
    return !other.isBlank() && (first.containsAll(second) || second.containsAll(first));
  }

  static int common(Span one, Span other) {
    return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
  }

  static int length(Span span) {
    return span.end() - span.start();
  }
}
