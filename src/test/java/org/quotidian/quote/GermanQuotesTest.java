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

/** Who said what in German, with the tags and names of its models. */
@Tag("models")
class GermanQuotesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          In dem Bericht heißt es, die Brücke sei zu schmal. ; indirect dem Bericht: die Brücke sei zu schmal
          Aus Lindau hieß es, die Fähre fahre erst am Montag wieder. ; indirect Lindau: die Fähre fahre erst am Montag wieder
          Aus einem Schreiben der Stadt geht hervor, dass die Brücke zu schmal ist. ; indirect einem Schreiben der Stadt: dass die Brücke zu schmal ist
          Die Stadt hat einen Bericht vorgelegt. Demnach ist die Brücke zu schmal. ; indirect Demnach: ist die Brücke zu schmal
          Die Brücke bleibt bis Mai gesperrt. Das teilte die Stadt am Montag mit. ; indirect die Stadt: Die Brücke bleibt bis Mai gesperrt
          Anna Berg blieb bei ihrer Behauptung, die Brücke sei zu schmal. ; indirect Anna Berg: die Brücke sei zu schmal
          Die Forderung der Stadt, den Hafen zu öffnen, stieß auf Widerstand. ; indirect der Stadt: den Hafen zu öffnen
          Der Vorwurf, er habe den Bericht nie gelesen, ärgerte Jonas Thiel. ; indirect Vorwurf: er habe den Bericht nie gelesen
          Die Zeitung „Seeblatt“ berichtet, dass die Brücke zu schmal ist. ; indirect Die Zeitung „Seeblatt“: dass die Brücke zu schmal ist
          Laut „Seeblatt“ ist die Brücke zu schmal. ; indirect „Seeblatt“: ist die Brücke zu schmal
          Die Brücke sei, so Jonas Thiel, noch immer zu schmal. ; indirect Jonas Thiel: Die Brücke sei, so Jonas Thiel, noch immer zu schmal
          Der Grund, so vermutet Anna Berg, sei der Regen. ; indirect Anna Berg: Der Grund, so vermutet Anna Berg, sei der Regen
          Anna Berg, die Leiterin des Hafens, sagte, die Brücke sei zu schmal. ; indirect Anna Berg: die Brücke sei zu schmal
          Jonas Thiel, der am See wohnt, sagte am Montag in Lindau, die Fähre komme zu spät. ; indirect Jonas Thiel: die Fähre komme zu spät
          Anna Berg dankte den Helfern, teilte aber mit, die Brücke bleibe gesperrt. ; indirect Anna Berg: die Brücke bleibe gesperrt
          Die Stadt wurde von Anna Berg aufgefordert, den Hafen zu öffnen. ; indirect Anna Berg: den Hafen zu öffnen
          Ihrer Meinung nach ist die Brücke zu schmal. ; indirect Ihrer Meinung: ist die Brücke zu schmal
          Nach eigenen Angaben hat die Stadt kein Geld für die Brücke. ; indirect eigenen Angaben: hat die Stadt kein Geld für die Brücke
          Laut einer am Dienstag veröffentlichten Mitteilung der Stadt bleibt die Brücke gesperrt. ; indirect veröffentlichten Mitteilung der Stadt: bleibt die Brücke gesperrt
          Die Brücke, die nach Angaben der Stadt zu schmal ist, wird im Mai geschlossen. ; indirect der Stadt: die nach Angaben der Stadt zu schmal ist
          Wie die Polizei am Abend mitteilte, blieb die Brücke bis zum Morgen gesperrt. ; indirect die Polizei: blieb die Brücke bis zum Morgen gesperrt
          Der Polizei zufolge wurde niemand verletzt. ; indirect Der Polizei: wurde niemand verletzt
          Den Behörden in Lindau zufolge wurde niemand verletzt. ; indirect Den Behörden in Lindau: wurde niemand verletzt
          „Die Brücke ist zu schmal“, musste Anna Berg einräumen. ; direct Anna Berg: Die Brücke ist zu schmal
          „Die Brücke ist zu schmal“, heißt es in einer Mitteilung der Stadt. ; direct einer Mitteilung der Stadt: Die Brücke ist zu schmal
          „Die Brücke ist zu schmal“, so ein Sprecher der Stadt. ; direct ein Sprecher der Stadt: Die Brücke ist zu schmal
          Anna Berg wies den Vorwurf als „großen Unsinn“ zurück. ; direct Anna Berg: großen Unsinn
          Die Stadt hatte den Bericht als „falsch“ bezeichnet. ; direct Die Stadt: falsch
          Von einem „großen Fehler“ sprach Anna Berg. ; direct Anna Berg: großen Fehler
          Jonas Thiel warnte vor einem „großen Fehler“. ; direct Jonas Thiel: großen Fehler
          Anna Berg wies jede Schuld von sich: „Niemand hat uns gewarnt.“ ; direct Anna Berg: Niemand hat uns gewarnt.
          Die Feier fand am Montag in Lindau statt, und viele kamen. ;
          Das Schiff „Seeadler“ fährt wieder. ;
          Der Fluss stieg nach dem Bruch des Damms um zwei Meter. ;
          Der Ort gilt als „Perle am See“. ;
          Anna Berg kündigte an, den Hafen bis zum Sommer zu öffnen. ; indirect Anna Berg: den Hafen bis zum Sommer zu öffnen
          Die Ministerin versprach, sie werde die Brücke im Mai öffnen. ; indirect Die Ministerin: sie werde die Brücke im Mai öffnen
          Er wisse nicht, wer den Bericht gelesen habe, sagte Jonas Thiel. ; indirect Jonas Thiel: Er wisse nicht, wer den Bericht gelesen habe
          Oberbürgermeisterin Anna Berg forderte die Bahn auf, mehr Züge fahren zu lassen. ; indirect Oberbürgermeisterin Anna Berg: mehr Züge fahren zu lassen
          Anna Berg sagte gegenüber der Zeitung „Seeblatt“, dass die Brücke zu schmal ist. ; indirect Anna Berg: dass die Brücke zu schmal ist
          Der Brief lautete: „Die Brücke bleibt bis zum Sommer geschlossen.“ ; direct Der Brief: Die Brücke bleibt bis zum Sommer geschlossen.
          `Die Polizei meldete den Fall; nach Angaben der Stadt wurde niemand verletzt.` ; indirect der Stadt: wurde niemand verletzt
          Anna Berg sagte, wenn es weiter regne, bleibe die Brücke zu. ; indirect Anna Berg: wenn es weiter regne, bleibe die Brücke zu
          Der Hafen ist zu flach, sagte Jonas Thiel am Abend im Rathaus von Lindau. ; indirect Jonas Thiel: Der Hafen ist zu flach
          In Lindau erklärte am Montag ein Sprecher der Feuerwehr, das Dach halte noch. ; indirect ein Sprecher der Feuerwehr: das Dach halte noch
          Zu Anna Berg sagte Jonas Thiel, die Brücke sei zu schmal. ; indirect Jonas Thiel: die Brücke sei zu schmal
          „Wir warten“, sagte Anna Berg. Sie fügte hinzu, die Fähre fahre erst am Montag. ; direct Anna Berg: Wir warten / indirect Sie: die Fähre fahre erst am Montag
          Anna Berg nannte den Plan der Stadt einen „großen Fehler“. ; direct Anna Berg: großen Fehler
          Anna Berg: „Wir bauen jedes Haus wieder auf.“ ; direct Anna Berg: Wir bauen jedes Haus wieder auf.
          """)
  void whoSaidWhat(String text, String expected) {
    assumeTrue(Language.of("de").models() != null, "no German models");
    var pipeline = Language.of("de").pipeline();
    Article article = Corpus.body("example", text, "de");
    List<Sentence> sentences = pipeline.sentences(article);
    AnnotatedArticle annotated =
        AnnotatedArticle.of(article, sentences).withEntities(pipeline.entities(article, sentences));
    assertThat(
            QuoteFinder.forLanguage("de").find(annotated).stream()
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
