package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.annotate.Language;
import org.quotidian.evaluate.Annotation;
import org.quotidian.evaluate.Evaluation;
import org.quotidian.evaluate.Figure;
import org.quotidian.evaluate.GoldFile;
import org.quotidian.evaluate.Miss;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;

/** The figures on articles written for this project must not fall. */
@Tag("models")
class OwnGoldTest {

  @ParameterizedTest
  @CsvSource({
    "en, marked, end to end, 0.95",
    "en, indirect, end to end, 0.90",
    "vi, marked, end to end, 0.95",
    "vi, indirect, end to end, 0.90",
  })
  void figuresDoNotFall(String language, String what, String measure, double floor)
      throws IOException, URISyntaxException {
    Evaluation evaluation = evaluation(language);
    Figure figure = Objects.requireNonNull(evaluation.figure("all", what, measure));
    assertThat(figure.counts().f1()).as(() -> misses(evaluation)).isGreaterThanOrEqualTo(floor);
  }

  @ParameterizedTest
  @CsvSource({"en", "vi"})
  void wordsThatNobodySaidGetNoSpeaker(String language) throws IOException, URISyntaxException {
    Figure figure =
        Objects.requireNonNull(evaluation(language).figure("all", "scare", "given a speaker"));
    assertThat(figure.counts().right()).isZero();
  }

  private static String misses(Evaluation evaluation) {
    return evaluation.misses().stream().map(Miss::line).collect(Collectors.joining("\n"));
  }

  private static Evaluation evaluation(String language) throws IOException, URISyntaxException {
    Path file =
        Path.of(Objects.requireNonNull(OwnGoldTest.class.getResource("gold.jsonl")).toURI());
    List<Annotation> gold =
        GoldFile.read(file).stream().filter(doc -> doc.language().equals(language)).toList();
    Map<String, Annotation> results = new HashMap<>();
    gold.forEach(document -> results.put(document.doc(), found(document)));
    return Evaluation.of(gold, results);
  }

  private static Annotation found(Annotation document) {
    Article article = Corpus.article(document.doc(), document.text(), document.language());
    Pipeline pipeline = Language.of(document.language()).pipeline();
    List<Sentence> sentences = pipeline.sentences(article);
    var annotated =
        new AnnotatedArticle(article, sentences, pipeline.entities(article, sentences), List.of());
    List<Quote> quotes = QuoteFinder.forLanguage(document.language()).find(annotated);
    return Annotation.of(document.doc(), ArticleRows.of(annotated.withQuotes(quotes)));
  }
}
