package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;

/** What a name and a colon in a headline introduce. */
class HeadlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vi | Ông Trần Văn Hải: Bến cảng phải mở cửa | Mùa mưa đã đến. | DIRECT Bến cảng phải mở cửa",
        "vi | Trần Văn Hải: “Bến cảng phải mở cửa” | Mùa mưa đã đến. | DIRECT Bến cảng phải mở cửa",
        "vi | Trần Văn Hải: Bến cảng phải mở cửa | Ông nhắc: bến cảng phải mở cửa. |",
        "vi | Sông Xanh: Bến cảng phải mở cửa | Mùa mưa đã đến. |",
      })
  void wordsBehindANameAndAColon(String language, String title, String body, String expected) {
    List<String> found =
        QuoteFinder.forLanguage(language).find(article(language, title, body)).stream()
            .filter(quote -> quote.span().start() < title.length())
            .map(quote -> quote.type() + " " + quote.span().in(title + "\n" + body))
            .toList();
    assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  private static AnnotatedArticle article(String language, String title, String body) {
    String text = title + "\n" + body;
    AnnotatedArticle plain = SimpleTokens.article(language, text, "Trần Văn Hải");
    List<Sentence> sentences =
        plain.sentences().stream()
            .map(
                s ->
                    new Sentence(
                        s.index(),
                        s.paragraph(),
                        s.paragraph() == 0 ? Section.TITLE : Section.BODY,
                        s.start(),
                        s.end(),
                        s.tokens()))
            .toList();
    var paragraphs =
        List.of(
            new Paragraph(Section.TITLE, 0, title.length()),
            new Paragraph(Section.BODY, title.length() + 1, text.length()));
    var article = new Article("id", "a.txt", "", "", "", "", language, text, paragraphs, "");
    return new AnnotatedArticle(article, sentences, plain.entities(), List.of());
  }
}
