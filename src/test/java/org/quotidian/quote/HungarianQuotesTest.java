package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;

/** Who said what in Hungarian, with the tags and names of its models. */
@Tag("models")
class HungarianQuotesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          „A híd tavaszig zárva marad” – mondta Kovács Anna polgármester. ; direct Kovács Anna polgármester: A híd tavaszig zárva marad
          „A híd zárva marad”, közölte a rendőrség szóvivője hétfőn. ; direct a rendőrség szóvivője: A híd zárva marad
          „Új hídra van szükség” – mondta Nagy Béla. „Nincs más út” – tette hozzá. ; direct Nagy Béla: Új hídra van szükség / direct Nagy Béla: Nincs más út
          Nagy Béla azt mondta: „Holnap újra kinyitunk.” ; direct Nagy Béla: Holnap újra kinyitunk.
          A polgármester, Tóth Gábor azt mondta: „Holnap újra kinyitunk.” ; direct Tóth Gábor: Holnap újra kinyitunk.
          „A híd – mondta Kovács Anna – tavaszig zárva marad.” ; direct Kovács Anna: A híd / direct Kovács Anna: tavaszig zárva marad.
          „Ha esik – tette hozzá a miniszter –, akkor nem indul a komp.” ; direct a miniszter: Ha esik / direct a miniszter: akkor nem indul a komp.
          Szabó Júlia megnyitotta a boltot. „Végre elkészült” – nevetett. ; direct Szabó Júlia: Végre elkészült
          A rendőrség szóvivője közölte, hogy a híd zárva marad. ; indirect A rendőrség szóvivője: hogy a híd zárva marad
          Kovács Anna szerint a híd biztonságos. ; indirect Kovács Anna: a híd biztonságos
          A híd a polgármester szerint biztonságos. ; indirect a polgármester: A híd a polgármester szerint biztonságos
          A polgármester véleménye szerint a híd túl keskeny. ; indirect A polgármester: a híd túl keskeny
          A tervek szerint a híd tavasszal nyílik. ;
          A minisztérium „súlyos hibának” nevezte a döntést. ; direct A minisztérium: súlyos hibának
          A helyiek „vén kecskének” hívják a hajót. ;
          A „Vízimalom” étterem ma zárva tart. ;
          – A híd tavaszig zárva marad – jelentette ki Kovács Anna. ; direct Kovács Anna: A híd tavaszig zárva marad
          „Nem fizetünk többet” – üzente a boltosoknak Tóth Gábor. ; direct Tóth Gábor: Nem fizetünk többet
          „Mikor indul a vonat?” – kérdezte Szabó Júlia. ; direct Szabó Júlia: Mikor indul a vonat?
          „Szép idő volt” – emlékezett vissza Nagy Béla, aki ötven éve halász. ; direct Nagy Béla: Szép idő volt
          „A híd zárva marad” – írta meg a hétfői lapban Kovács Anna. ; direct Kovács Anna: A híd zárva marad
          """)
  void whoSaidWhat(String text, String expected) {
    assumeTrue(Language.of("hu").models() != null, "no Hungarian models");
    var pipeline = Language.of("hu").pipeline();
    Article article = Corpus.body("example", text, "hu");
    List<Sentence> sentences = pipeline.sentences(article);
    AnnotatedArticle annotated =
        AnnotatedArticle.of(article, sentences).withEntities(pipeline.entities(article, sentences));
    assertThat(
            QuoteFinder.forLanguage("hu").find(annotated).stream()
                .map(quote -> shown(quote, text))
                .collect(Collectors.joining(" / ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  private static String shown(Quote quote, String text) {
    return quote.type().name().toLowerCase(Locale.ROOT)
        + " "
        + (quote.speaker() == null ? "" : quote.speaker().in(text))
        + ": "
        + quote.span().in(text);
  }
}
