package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;

class PipelinesTest {

  @Test
  void namesTheLanguagesItHasModelsFor() {
    assertThat(Pipelines.supports("vi")).isTrue();
    assertThat(Pipelines.supports("en")).isTrue();
    assertThat(Pipelines.supports("sw")).isFalse();
    assertThatThrownBy(() -> Pipelines.of("sw"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sw");
  }

  @Test
  void sharesOnePipelineALanguage() {
    assertThat(Pipelines.of("vi")).isSameAs(Pipelines.of("vi"));
  }

  @Test
  void splitsAnyLanguageIntoSentences() {
    Article article =
        Articles.of("de", "Der Titel\n\nDas ist ein Satz.  Und hier der zweite!\n\n  ");
    List<Sentence> sentences = Pipelines.sentencesOnly("de").sentences(article);
    assertThat(texts(article, sentences))
        .containsExactly("Der Titel", "Das ist ein Satz.", "Und hier der zweite!");
    assertThat(sentences).extracting(Sentence::paragraph).containsExactly(0, 1, 1);
    assertThat(sentences).extracting(Sentence::index).containsExactly(0, 1, 2);
    assertThat(Pipelines.sentencesOnly("de").entities(article, sentences)).isEmpty();
  }

  @Test
  void findsEnglishNamesWithTagsOnTokens() {
    Article article =
        Articles.of(
            "en",
            "The weekend begins with rain\n\nThe port of Rotterdam opened again on Monday, Maria Jansen of"
                + " Unilever said. She didn't give a date.");
    List<Sentence> sentences = Pipelines.of("en").sentences(article);
    assertThat(texts(article, sentences))
        .containsExactly(
            "The weekend begins with rain",
            "The port of Rotterdam opened again on Monday, Maria Jansen of Unilever said.",
            "She didn't give a date.");
    assertThat(sentences.get(1).tokens().get(0).tag()).isEqualTo("DT");
    assertThat(Pipelines.of("en").entities(article, sentences))
        .extracting(mention -> mention.type() + " " + mention.span().in(article.text()))
        .containsExactly("LOCATION Rotterdam", "PERSON Maria Jansen", "ORGANIZATION Unilever");
  }

  @Test
  void findsVietnameseNames() {
    Article article =
        Articles.of(
            "vi",
            "Hàng chục hộ dân phải rời đi\n\nBà Nguyễn Thị Lan ở Đà Nẵng cho biết Bộ Xây dựng đã duyệt dự án này.");
    List<Sentence> sentences = Pipelines.of("vi").sentences(article);
    List<EntityMention> mentions = Pipelines.of("vi").entities(article, sentences);
    assertThat(mentions)
        .extracting(mention -> mention.type() + " " + mention.span().in(article.text()))
        .containsExactly("PERSON Nguyễn Thị Lan", "LOCATION Đà Nẵng", "ORGANIZATION Bộ Xây dựng");
  }

  @Test
  void givesUpWhenInterrupted() {
    Article article = Articles.of("de", "Ein Satz.");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Pipelines.sentencesOnly("de").sentences(article))
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
