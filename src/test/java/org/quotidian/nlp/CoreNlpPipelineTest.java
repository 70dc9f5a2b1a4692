package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/** Languages whose models are installed, with {@code mvn -Planguages}; others are skipped. */
@Tag("models")
class CoreNlpPipelineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | „Wir warten. Das ist gut.“ Dann ging sie zum Hafen. »Nein«, sagte Jonas Thiel. ; PERSON Jonas Thiel ; „Wir warten. / Das ist gut.“ / Dann ging sie zum Hafen. / »Nein«, sagte Jonas Thiel.
          fr | « Le pont est fermé », a dit la maire aux habitants du quartier. Lucie Aubier l’a répété à Lyon. ; PERSON Lucie Aubier, LOCATION Lyon ; « Le pont est fermé », a dit la maire aux habitants du quartier. / Lucie Aubier l’a répété à Lyon.
          es | ¿Qué pasa? «Esperamos», añadió Marta Olmedo al salir del puente de Sevilla. ; PERSON Marta Olmedo, LOCATION Sevilla ; ¿Qué pasa? / «Esperamos», añadió Marta Olmedo al salir del puente de Sevilla.
          it | Il sindaco Carlo Benelli ha detto nella sala: «Aspettiamo». L’acqua sale, dice Benelli. ; PERSON Carlo Benelli, PERSON Benelli ; Il sindaco Carlo Benelli ha detto nella sala: «Aspettiamo». / L’acqua sale, dice Benelli.
          hu | A polgármester, Szalai Viktor azt mondta: „Várunk.” „Nem félünk” – közölte Szalai. ; PERSON Szalai Viktor, PERSON Szalai ; A polgármester, Szalai Viktor azt mondta: „Várunk.” / „Nem félünk” – közölte Szalai.
          zh | “这座桥很安全，”市长陆知远说。他在北京表示，我们在等待！ ; PERSON 陆知远, LOCATION 北京 ; “这座桥很安全，”市长陆知远说。 / 他在北京表示，我们在等待！
          ar | قال الوزير إن الجسر آمن. هل سيفتح الجسر؟ وسيكتبونها بالقلم. ;  ; قال الوزير إن الجسر آمن. / هل سيفتح الجسر؟ / وسيكتبونها بالقلم.
          """)
  void findsSentencesAndNames(String code, String row) {
    Pipeline pipeline = installed(code);
    String[] columns = row.split(";");
    Article article = Articles.of(code, columns[0].strip());
    List<Sentence> sentences = pipeline.sentences(article);
    assertThat(
            sentences.stream()
                .map(sentence -> article.text().substring(sentence.start(), sentence.end()))
                .collect(Collectors.joining(" / ")))
        .isEqualTo(columns[2].strip());
    assertThat(sentences)
        .flatExtracting(Sentence::tokens)
        .allSatisfy(token -> assertThat(token.tag()).isNotEmpty());
    assertThat(
            pipeline.entities(article, sentences).stream()
                .map(mention -> mention.type() + " " + mention.span().in(article.text()))
                .collect(Collectors.joining(", ")))
        .isEqualTo(columns[1].strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "de", "es", "fr", "hu", "it", "zh"})
  void everyLetterIsInOneTokenWhateverTheText(String code) {
    Pipeline pipeline = installed(code);
    for (String text :
        List.of(
            "",
            "?",
            "„“ » « ”\" ’",
            "\ud83d\ude00 \ud83d",
            "Im Haus zum Hafen, della nell’aula, du pont aux îles, dámelo al del",
            "桥很安全，我们在等。".repeat(250),
            "“".repeat(1500),
            "A. B. C.\tD ÉCOLE Ünï \u00a0 \u200b x\u00adyz والجسر")) {
      Article article = Articles.of(code, text);
      int last = 0;
      for (Sentence sentence : pipeline.sentences(article)) {
        for (Token token : sentence.tokens()) {
          assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
          assertThat(token.start()).isGreaterThanOrEqualTo(last);
          assertThat(text.substring(last, token.start())).doesNotContainPattern("[\\p{L}\\p{N}]");
          last = token.end();
        }
      }
      assertThat(text.substring(last)).doesNotContainPattern("[\\p{L}\\p{N}]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "it", "hu", "zh"})
  void isTheSameOnEveryThread(String code) {
    Pipeline pipeline = installed(code);
    Article article =
        Articles.of(
            code,
            "Carlo Benelli a dit à Lyon: «Esperamos». Jonas Thiel sagte im Haus nella sala. 市长陆知远在北京说。");
    List<EntityMention> expected = pipeline.entities(article, pipeline.sentences(article));
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> pipeline.entities(article, pipeline.sentences(article)))
                .toList())
        .allMatch(expected::equals);
  }

  private static Pipeline installed(String code) {
    Language language = Language.of(code);
    assumeTrue(language.models() != null, "no models of " + language);
    return language.pipeline();
  }
}
