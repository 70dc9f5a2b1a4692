package org.quotidian.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.Annotators;
import org.quotidian.language.LanguageDetector;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.Pipelines;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.Limits;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceFinder;
import org.quotidian.source.SourceItem;

/** Reads and annotates articles one by one, without job and database. */
final class SingleArticle {

  private static final Limits LIMITS = new Limits(50L << 20, 200_000); // as a job's defaults

  private final ArticleReader reader = new ArticleReader(LIMITS);
  private final LanguageDetector languages = new LanguageDetector();
  private final Annotators annotators = Annotators.of(Pipelines.languages());

  /** What there is to read at a path. */
  static Iterable<SourceItem> items(Path path) {
    return new SourceFinder(List.of(path.toString()), Path.of("").toAbsolutePath(), LIMITS);
  }

  /**
   * @param language BCP 47 code; told from the text if null
   * @throws SourceException if it is no article
   */
  AnnotatedArticle annotate(SourceItem item, @Nullable String language) throws SourceException {
    Article read = reader.read(item, "single");
    Article article =
        read.inLanguage(language == null ? languages.detect(read.text()).code() : language);
    Pipeline pipeline = annotators.pipeline(article.language());
    List<Sentence> sentences = pipeline.sentences(article);
    AnnotatedArticle annotated =
        AnnotatedArticle.of(article, sentences).withEntities(pipeline.entities(article, sentences));
    return annotators
        .quotes(article.language())
        .map(finder -> annotated.withQuotes(finder.find(annotated)))
        .orElse(annotated);
  }

  /** The same for a text that is in memory, as if it were a plain text file. */
  AnnotatedArticle annotate(String text, @Nullable String language) {
    try {
      Path file = Files.createTempFile("quotidian", ".txt");
      try {
        Files.writeString(file, text);
        return annotate(items(file).iterator().next(), language);
      } catch (SourceException e) {
        throw new IOException(e.getMessage(), e);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
