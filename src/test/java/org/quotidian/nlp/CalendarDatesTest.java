package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;

class CalendarDatesTest {

  private static String found(String code, String text, String published) {
    Article article = Articles.published(code, published, text);
    return CalendarDates.of(code).withDates(article, sentences(article), List.of()).stream()
        .map(
            mention ->
                mention.type()
                    + " "
                    + mention.span().in(article.text())
                    + "="
                    + mention.normalized())
        .collect(Collectors.joining("; "));
  }

  private static List<Sentence> sentences(Article article) {
    int end = article.text().length();
    return List.of(new Sentence(0, 0, Section.BODY, 0, end, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Am 3. März wurde gebaut. | DATE 3. März=2026-03-03
          de | Im Mai 2024 fiel er um 2,5 Prozent, Ende 2025 um 4 %. | DATE Mai 2024=2024-05; PERCENT 2,5 Prozent=2.5%; DATE 2025=2025; PERCENT 4 %=4%
          de | Am 31.12.2025 und am 31.02.2025. | DATE 31.12.2025=2025-12-31
          fr | Le 1er\u00a0juillet 2024, puis le 2 août, en 2019. | DATE 1er\u00a0juillet 2024=2024-07-01; DATE 2 août=2026-08-02; DATE 2019=2019
          fr | Soit 1.234 % ou 12,5\u202f% des voix, en mars. | PERCENT 12,5\u202f%=12.5%
          es | El 15 de mayo de 2024 y el 30 de diciembre subió un 3,0 por ciento. | DATE 15 de mayo de 2024=2024-05-15; DATE 30 de diciembre=2025-12-30; PERCENT 3,0 por ciento=3%
          es | Vendieron 2019 casas en marzo del 2020. | DATE marzo del 2020=2020-03
          it | Dal 1° maggio al 6 giugno 2026; nel 2018 il 40 per cento. | DATE 1° maggio=2026-05-01; DATE 6 giugno 2026=2026-06-06; DATE 2018=2018; PERCENT 40 per cento=40%
          hu | A híd 2026. március 2-án nyílt, 1974. május 3. óta 12,5% volt. | DATE 2026. március 2=2026-03-02; DATE 1974. május 3.=1974-05-03; PERCENT 12,5%=12.5%
          zh | 2018年12月8日下降3.5%，2月3日起，2019年5月。80年代，2017年级。 | DATE 2018年12月8日=2018-12-08; PERCENT 3.5%=3.5%; DATE 2月3日=2026-02-03; DATE 2019年5月=2019-05
          ar | في 8 مارس 2025 وعام 1933 بنسبة 5%. | DATE 8 مارس 2025=2025-03-08; DATE 1933=1933; PERCENT 5%=5%
          """)
  void datesOfADayOrMonthAndPercentages(String code, String text, String expected) {
    assertThat(found(code, text, "2026-02-12")).isEqualTo(expected);
  }

  @Test
  void theYearIsUnknownInAnArticleOfAnUnknownDay() {
    assertThat(found("fr", "Le 29 février, le 31 avril.", ""))
        .isEqualTo("DATE 29 février=XXXX-02-29");
    assertThat(found("fr", "Le 29 février.", "2026-02-12")).isEmpty();
    assertThat(found("fr", "Le 29 février.", "2025-02-12")).isEqualTo("DATE 29 février=2024-02-29");
  }

  @Test
  void aNameIsNoDate() {
    Article article = Articles.of("fr", "Rue du 8 mai 1945, le 9 mai.");
    EntityMention name = new EntityMention(0, EntityType.LOCATION, 0, 17, "", "");

    List<EntityMention> all =
        CalendarDates.of("fr")
            .withDates(article, new SentencesOnlyPipeline("fr").sentences(article), List.of(name));

    assertThat(all).hasSize(2).first().isEqualTo(name);
    assertThat(all.get(1).normalized()).isEqualTo("XXXX-05-09");
  }

  @Test
  void aLanguageWithoutPatternsHasNone() {
    assertThat(found("pt", "Em 2 de maio de 2024, 5%.", "")).isEmpty();
  }
}
