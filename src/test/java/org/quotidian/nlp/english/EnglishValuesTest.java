package org.quotidian.nlp.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.annotate.Language;
import org.quotidian.language.WordList;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Articles;
import org.quotidian.nlp.Pipeline;

@Tag("models")
class EnglishValuesTest {

  private static final String THURSDAY = "2024-05-16";

  private static final Pipeline ENGLISH = Language.of("en").pipeline();

  static List<String> gold() {
    return WordList.read(EnglishValuesTest.class, "values-gold.txt");
  }

  @ParameterizedTest
  @MethodSource("gold")
  void understandsTheGold(String line) {
    int bar = line.indexOf('|');
    boolean dayKnown = !line.startsWith("?");
    String text = line.substring(dayKnown ? 0 : 1, bar).strip();
    assertThat(values(text, dayKnown ? THURSDAY : ""))
        .as(text)
        .isEqualTo(line.substring(bar + 1).strip());
  }

  @Test
  void theGoldIsTheSameWhenEverySentenceIsReadWhole() {
    EnglishValues whole = EnglishValues.ofWholeSentences();
    EnglishValues windows = EnglishValues.load();
    for (String line : gold()) {
      Article article = Articles.published("en", THURSDAY, line.substring(0, line.indexOf('|')));
      List<Sentence> sentences = ENGLISH.sentences(article);
      assertThat(windows.in(sentences, THURSDAY, List.of()))
          .as(line)
          .isEqualTo(whole.in(sentences, THURSDAY, List.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-24, 2025-W51, 2025-W52, 2026-W01, 2025-12-29",
    "2025-12-30, 2025-W52, 2026-W01, 2026-W02, 2026-01-05",
    "2020-12-30, 2020-W52, 2020-W53, 2021-W01, 2021-01-04",
    "2021-01-05, 2020-W53, 2021-W01, 2021-W02, 2021-01-11",
    "2022-01-01, 2021-W51, 2021-W52, 2022-W01, 2022-01-03",
    "2024-06-12, 2024-W23, 2024-W24, 2024-W25, 2024-06-17"
  })
  void weeksGoOnOverNewYear(String day, String last, String current, String next, String monday) {
    assertThat(values("It rained last week. This week it rains. It is dry next week.", day))
        .isEqualTo(
            "last week = DATE %s; This week = DATE %s; next week = DATE %s"
                .formatted(last, current, next));
    assertThat(values("The court meets Monday next week.", day))
        .isEqualTo("Monday next week = DATE " + monday);
    assertThat(values("The fair was in the second week of June 2018.", day))
        .isEqualTo("the second week of June 2018 = DATE 2018-W23");
  }

  @Test
  void whatWasReadBeforeDoesNotMatter() {
    String text = "Analysts look to Monday's debate.";
    String before = values(text, THURSDAY);
    values("He arrived on Monday. They left Monday. She will come on Monday.", THURSDAY);
    assertThat(values(text, THURSDAY)).isEqualTo(before).isEqualTo("Monday = DATE 2024-05-13");
  }

  @Test
  void namesWin() {
    assertThat(values("The New York Times and the Associated Press were there.", THURSDAY))
        .isEmpty();
    assertThat(values("Theresa May spoke to Channel 4 News in London.", THURSDAY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999999999999999999999999999999999 people and 1e400 and 00000.",
        "It is 31/31/31 or 2024-99-99 or 99:99 or 9999999-9999999.",
        "$ % £ 5m 1--1 -5 - ' '' 's 1990s's ½ ² ١٢ 1,2,3,4 1.2.3.4 $5-10-15",
        "second second second minute May may Sat sat twenty-twenty-second",
        "the the the the of of of of in in in - - - Monday - - - the the"
      })
  void readsOnWhateverComes(String text) {
    Article article = Articles.published("en", THURSDAY, text);
    int last = 0;
    for (EntityMention mention : ENGLISH.entities(article, ENGLISH.sentences(article))) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(last);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      last = mention.end();
    }
  }

  @Test
  @Timeout(60)
  void manyDatesInOneSentenceTakeNoLongerEach() {
    String text = "Monday, May 6, 2024, the last two weeks of ".repeat(2000);
    Article article = Articles.published("en", THURSDAY, text);
    assertThat(ENGLISH.entities(article, ENGLISH.sentences(article))).hasSizeGreaterThan(2000);
  }

  private static String values(String text, String published) {
    Article article = Articles.published("en", published, text);
    return ENGLISH.entities(article, ENGLISH.sentences(article)).stream()
        .filter(mention -> !mention.type().isName())
        .map(
            mention ->
                "%s = %s %s"
                    .formatted(mention.span().in(text), mention.type(), mention.normalized()))
        .collect(Collectors.joining("; "));
  }
}
