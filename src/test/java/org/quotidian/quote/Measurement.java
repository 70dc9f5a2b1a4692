package org.quotidian.quote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.CodePoints;
import org.quotidian.model.Quote;
import org.quotidian.model.Span;

/**
 * Finds the quotes in a gold file's texts and writes them to quotes.csv, for external scorers.
 * Arguments: language, gold file, cache of tokens and names (created if absent), output folder.
 */
final class Measurement {

  private Measurement() {}

  public static void main(String[] args) throws IOException {
    String language = args[0];
    Path cache = Path.of(args[2]);
    Path out = Path.of(args[3]);
    Map<String, Article> articles = Corpus.articles(Path.of(args[1]), language);
    if (!Files.exists(cache)) {
      Files.createDirectories(cache.toAbsolutePath().getParent());
      Path part = cache.resolveSibling(cache.getFileName() + ".part");
      Corpus.annotate(articles, Language.of(language).pipeline(), part);
      Files.move(part, cache);
    }
    if (args.length > 4 && args[4].equals("annotate")) {
      return;
    }
    Map<String, AnnotatedArticle> annotated = Corpus.read(articles, cache);
    QuoteFinder finder = QuoteFinder.forLanguage(language);
    Files.createDirectories(out);
    long tokens = 0;
    long nanos = 0;
    try (var csv = Files.newBufferedWriter(out.resolve("quotes.csv"))) {
      csv.write(
          "article_id,source,type,start,end,text,speaker,speaker_start,speaker_end,"
              + "canonical_speaker,speaker_type,cue,via,confidence\r\n");
      for (AnnotatedArticle article : annotated.values()) {
        long before = System.nanoTime();
        var quotes = finder.find(article);
        nanos += System.nanoTime() - before;
        tokens += article.sentences().stream().mapToLong(s -> s.tokens().size()).sum();
        for (Quote quote : quotes) {
          csv.write(row(article, quote));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    System.out.printf(
        "%d articles, %d tokens, quotes in %.2f s = %.0f tokens a second%n",
        annotated.size(), tokens, nanos / 1e9, tokens / (nanos / 1e9));
  }

  private static String row(AnnotatedArticle annotated, Quote quote) {
    String text = annotated.article().text();
    CodePoints points = CodePoints.of(text);
    Span speaker = quote.speaker();
    Span cue = quote.cue();
    return String.join(
            ",",
            annotated.article().id(),
            cell(annotated.article().source()),
            quote.type().label(),
            "" + points.at(quote.span().start()),
            "" + points.at(quote.span().end()),
            cell(quote.span().in(text)),
            speaker == null ? "" : cell(speaker.in(text)),
            speaker == null ? "" : "" + points.at(speaker.start()),
            speaker == null ? "" : "" + points.at(speaker.end()),
            cell(quote.canonicalSpeaker()),
            quote.speakerType() == null ? "" : quote.speakerType().name(),
            cue == null ? "" : cell(cue.in(text)),
            cell(quote.via()),
            "" + quote.confidence())
        + "\r\n";
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
