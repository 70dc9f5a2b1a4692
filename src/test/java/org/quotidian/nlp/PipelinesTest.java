package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

@Tag("models")
class PipelinesTest {

  private static final String ENGLISH =
      """
      Loans for small farms

      The International Monetary Fund (IMF) will lend more, its envoy Laura Stevens told reporters in Geneva on Tuesday.
      "The IMF has listened," Stevens said. She leaves for Nairobi next week.
      """;

  @Test
  void sharesOnePipelineALanguage() {
    assertThat(Language.of("vi").pipeline()).isSameAs(Language.of("vi").pipeline());
  }

  @Test
  void splitsAnyLanguageIntoSentences() {
    Article article =
        Articles.of("de", "Der Titel\n\nDas ist ein Satz.  Und hier der zweite!\n\n  ");
    List<Sentence> sentences = new SentencesOnlyPipeline("de").sentences(article);
    assertThat(texts(article, sentences))
        .containsExactly("Der Titel", "Das ist ein Satz.", "Und hier der zweite!");
    assertThat(sentences).extracting(Sentence::paragraph).containsExactly(0, 1, 1);
    assertThat(sentences).extracting(Sentence::index).containsExactly(0, 1, 2);
    assertThat(new SentencesOnlyPipeline("de").entities(article, sentences)).isEmpty();
  }

  @Test
  void findsEnglishNamesAndDatesWithTagsOnTokens() {
    Article article =
        Articles.of(
            "en",
            "The weekend begins with rain\n\nThe port of Rotterdam opened again on Monday, Maria Jansen of"
                + " Unilever said. She didn't give a date.");
    List<Sentence> sentences = Language.of("en").pipeline().sentences(article);
    assertThat(texts(article, sentences))
        .containsExactly(
            "The weekend begins with rain",
            "The port of Rotterdam opened again on Monday, Maria Jansen of Unilever said.",
            "She didn't give a date.");
    assertThat(sentences.get(1).tokens().get(0).tag()).isEqualTo("DT");
    assertThat(Language.of("en").pipeline().entities(article, sentences))
        .extracting(mention -> mention.type() + " " + mention.span().in(article.text()))
        .containsExactly(
            "DATE The weekend",
            "LOCATION Rotterdam",
            "DATE Monday",
            "PERSON Maria Jansen",
            "ORGANIZATION Unilever");
  }

  @Test
  void englishNamesHaveTheFullestFormOfTheArticle() {
    Article article = Articles.of("en", ENGLISH);
    Pipeline english = Language.of("en").pipeline();
    assertThat(english.entities(article, english.sentences(article)))
        .extracting(mention -> mention.span().in(article.text()) + " = " + mention.canonical())
        .contains(
            "Stevens = Laura Stevens", "IMF = International Monetary Fund", "Geneva = Geneva");
  }

  @Test
  void englishIsTheSameOnEveryThread() throws Exception {
    Pipeline english = Language.of("en").pipeline();
    Article article = Articles.of("en", ENGLISH);
    List<EntityMention> expected = english.entities(article, english.sentences(article));
    var pool = Executors.newFixedThreadPool(8);
    try {
      var work = new ArrayList<Callable<List<EntityMention>>>();
      for (int i = 0; i < 16; i++) {
        work.add(() -> english.entities(article, english.sentences(article)));
      }
      for (Future<List<EntityMention>> result : pool.invokeAll(work)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "?",
        "\"“” ’",
        "\ud83d\ude00 \ud83d",
        "A. B. C.\tD",
        "ÉCOLE Ünï \u00a0 \u200b x"
      })
  void whateverTheEnglishTextOffsetsAreRight(String text) {
    Article article = Articles.of("en", text);
    List<Sentence> sentences = Language.of("en").pipeline().sentences(article);
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
      }
    }
    for (EntityMention mention : Language.of("en").pipeline().entities(article, sentences)) {
      assertThat(mention.end()).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void findsVietnameseNames() {
    Article article =
        Articles.of(
            "vi",
            "Hàng chục hộ dân phải rời đi\n\nBà Nguyễn Thị Lan ở Đà Nẵng cho biết Bộ Xây dựng đã duyệt dự án này.");
    List<Sentence> sentences = Language.of("vi").pipeline().sentences(article);
    List<EntityMention> mentions = Language.of("vi").pipeline().entities(article, sentences);
    assertThat(mentions)
        .extracting(mention -> mention.type() + " " + mention.span().in(article.text()))
        .containsExactly("PERSON Nguyễn Thị Lan", "LOCATION Đà Nẵng", "ORGANIZATION Bộ Xây dựng");
  }

  @Test
  void givesUpWhenInterrupted() {
    Article article = Articles.of("de", "Ein Satz.");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> new SentencesOnlyPipeline("de").sentences(article))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static List<String> texts(Article article, List<Sentence> sentences) {
    return sentences.stream()
        .map(sentence -> article.text().substring(sentence.start(), sentence.end()))
        .toList();
  }
}
