package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;

/**
 * Languages in which the subject may stand behind its verb and a comma parts each reported clause,
 * by the lists of German and tags that are given here, so that no model is needed.
 */
class EitherSideTest {

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("PROPN", "Anna|Berg|Jonas|Thiel|Lindau"),
          Map.entry(
              "NOUN",
              "Brücke|Stadt|Bericht|Polizei|Leiterin|Hafens|Plan|Fehler|Polizeisprecher|Angaben|Forderung|Meinung|Zeitung|Seeblatt|Helfern"),
          Map.entry(
              "VERB",
              "sagte|teilte|mitteilte|gesagt|warnte|erklärte|schließen|öffnen|nannte|steigt|warten|kündigte|gesperrt|heißt|bezeichnet|dankte|aufgefordert|fand|berichtet|stieß|musste|einräumen"),
          Map.entry("AUX", "ist|sei|hat|werde|wird|war|wurde"),
          Map.entry("DET", "die|der|des|den|dem|einen|ein|einem|Die|Der|Ein|Das|Ihrer"),
          Map.entry("ADP", "in|In|nach|Nach|laut|Laut|am|mit|an|zufolge|auf|Von|von|vor"),
          Map.entry("SCONJ", "dass|als|wie|Nachdem"),
          Map.entry("PART", "zu"),
          Map.entry("ADV", "gestern|so|noch|auch|statt|Demnach|aber"),
          Map.entry("ADJ", "sicher|großen|falsch"),
          Map.entry("PRON", "er|sie|wir|Wir|es|denen"),
          Map.entry("CCONJ", "und"),
          Map.entry("PUNCT", ",|.|:|„|“"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          In Lindau sagte Anna Berg, die Brücke sei sicher.                 ; Anna Berg: die Brücke sei sicher
          Anna Berg sagte, dass die Brücke sicher ist.                      ; Anna Berg: dass die Brücke sicher ist
          Die Stadt teilte gestern mit, dass die Brücke gesperrt ist.       ; Die Stadt: dass die Brücke gesperrt ist
          Anna Berg hat in Lindau gesagt, die Brücke sei sicher.            ; Anna Berg: die Brücke sei sicher
          Die Brücke sei noch gesperrt, kündigte die Stadt an.              ; die Stadt: Die Brücke sei noch gesperrt
          Die Brücke ist gesperrt, wie die Polizei gestern mitteilte.       ; die Polizei: Die Brücke ist gesperrt
          Die Leiterin des Hafens erklärte, die Brücke zu schließen.        ; Die Leiterin des Hafens: die Brücke zu schließen
          Laut Jonas Thiel ist die Brücke sicher.                           ; Jonas Thiel: ist die Brücke sicher
          Die Brücke ist nach Angaben der Polizei gesperrt.                 ; der Polizei: Die Brücke ist nach Angaben der Polizei gesperrt
          Die Brücke ist einem Bericht der Stadt zufolge sicher.            ; einem Bericht der Stadt: Die Brücke ist einem Bericht der Stadt zufolge sicher
          Die Brücke ist gesperrt, so ein Polizeisprecher.                  ; ein Polizeisprecher: Die Brücke ist gesperrt
          „Wir warten noch“, sagte Jonas Thiel.                             ; Jonas Thiel: Wir warten noch
          In Lindau sagte Jonas Thiel: „Wir warten noch.“                   ; Jonas Thiel: Wir warten noch.
          Anna Berg nannte den Plan der Stadt einen „großen Fehler“.        ; Anna Berg: großen Fehler
          Die Brücke wird nach Lindau gesperrt.                             ;
          In dem Bericht heißt es, die Brücke sei sicher.                   ; dem Bericht: die Brücke sei sicher
          „Wir warten noch“, heißt es in dem Bericht.                       ; dem Bericht: Wir warten noch
          Demnach ist die Brücke sicher.                                    ; Demnach: ist die Brücke sicher
          Ihrer Meinung nach ist die Brücke sicher.                         ; Ihrer Meinung: ist die Brücke sicher
          Die Brücke, die laut Jonas Thiel sicher ist, wird gesperrt.       ; Jonas Thiel: die laut Jonas Thiel sicher ist
          Die Brücke sei, so Jonas Thiel, noch sicher.                      ; Jonas Thiel: Die Brücke sei, so Jonas Thiel, noch sicher
          Die Forderung der Stadt, die Brücke zu öffnen, steigt.            ; der Stadt: die Brücke zu öffnen
          Die Zeitung „Seeblatt“ berichtet, dass die Brücke sicher ist.     ; Die Zeitung „Seeblatt“: dass die Brücke sicher ist
          Die Stadt hat den Bericht als „falsch“ bezeichnet.                ; Die Stadt: falsch
          Die Stadt wurde von Anna Berg aufgefordert, die Brücke zu öffnen. ; Anna Berg: die Brücke zu öffnen
          Anna Berg, die Leiterin des Hafens, sagte, die Brücke sei sicher. ; Anna Berg: die Brücke sei sicher
          „Wir warten noch“, musste Anna Berg einräumen.                    ; Anna Berg: Wir warten noch
          In Lindau fand der Plan statt, die Brücke wird gesperrt.          ;
          """)
  void whoSaidWhat(String text, String expected) {
    AnnotatedArticle article =
        SimpleTokens.article("de", text, EitherSideTest::tag, "Anna Berg", "Jonas Thiel");
    assertThat(
            QuoteFinder.forLanguage("de").find(article).stream()
                .map(quote -> shown(quote, text))
                .collect(Collectors.joining(" / ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  private static String shown(Quote quote, String text) {
    return (quote.speaker() == null ? "" : quote.speaker().in(text)) + ": " + quote.span().in(text);
  }

  private static String tag(String word) {
    return TAGS.entrySet().stream()
        .filter(tag -> ("|" + tag.getValue() + "|").contains("|" + word + "|"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("X");
  }
}
