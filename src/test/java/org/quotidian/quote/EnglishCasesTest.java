package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;

/**
 * All rows of short English articles, each about one kind of mistake. A file has the article and,
 * below a line of equals signs, its rows: type, words and canonical speaker.
 */
@Tag("models")
class EnglishCasesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time-before-the-name",
        "nicknames",
        "missing-close",
        "dash-in-a-line",
        "relative-clauses",
        "dialogue",
        "short-answers",
        "two-words",
        "nicknames-in-straight-marks",
        "name-like-a-cue",
        "statement-and-reply",
        "whom-and-which",
        "names-like-words",
        "single-marks",
        "question-and-answer",
        "inversions",
        "who-speaks"
      })
  void rows(String name) throws IOException {
    String[] parts = read(name).split("\n====\n");
    assertThat(found(name, parts[0])).isEqualTo(List.of(parts[1].strip().split("\n")));
  }

  private static List<String> found(String name, String text) {
    Article article = Corpus.article(name, text, "en");
    Pipeline pipeline = Language.of("en").pipeline();
    List<Sentence> sentences = pipeline.sentences(article);
    var annotated =
        new AnnotatedArticle(article, sentences, pipeline.entities(article, sentences), List.of());
    return QuoteFinder.forLanguage("en").find(annotated).stream()
        .map(
            quote ->
                quote.type().label()
                    + " ["
                    + quote.span().in(text)
                    + "] "
                    + quote.canonicalSpeaker())
        .toList();
  }

  private static String read(String name) throws IOException {
    try (InputStream file = EnglishCasesTest.class.getResourceAsStream("cases/" + name + ".txt")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
