package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;

/**
 * Languages in which a word such as <i>que</i> opens each reported clause, the subject may stand
 * behind its verb or be left out, and auxiliaries belong to a reporting verb, by the lists of
 * Spanish and tags that are given here, so that no model is needed.
 */
class ComplementiserTest {

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("PROPN", "Ana|Ruiz|Pablo|Lerma|Radio"),
          Map.entry(
              "NOUN",
              "puente|puentes|alcaldesa|alcalde|policía|nota|obras|barrio|río|vecinos|error|caos|martes|ley|proyecto|ministerio|portavoz|estudio"),
          Map.entry(
              "VERB",
              "dijo|dijeron|dicho|explicó|anunció|anunciado|cerrará|abre|sube|suben|costarán|calificó|prometió|reabrir|añadió|añadiendo|llegó|insistió|denunció|cree|cruzan|cerraron|visitó|acusado"),
          Map.entry("AUX", "ha|es|está|fue|será|han"),
          Map.entry("DET", "el|la|El|La|los|las|Los|Las|un|una|este|Un"),
          Map.entry("ADP", "de|del|a|al|en|En|según|Según|para|con|por"),
          Map.entry("SCONJ", "que|como|Como"),
          Map.entry("ADV", "no|ya|también|También|ayer|más|viejo|cerrado"),
          Map.entry("PRON", "Ella|se|Se|lo"),
          Map.entry("CCONJ", "y|pero"),
          Map.entry("PUNCT", ",|.|:|«|»"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          «El puente está cerrado», dijo Ana Ruiz.                     ; Ana Ruiz: El puente está cerrado
          «El puente está cerrado», ha dicho ayer la alcaldesa.        ; la alcaldesa: El puente está cerrado
          «El puente está cerrado», explicó la alcaldesa, Ana Ruiz.    ; Ana Ruiz: El puente está cerrado
          El puente está cerrado, anunció el martes la policía.        ; la policía: El puente está cerrado
          El puente, explicó Ana Ruiz, está cerrado.                   ; Ana Ruiz: El puente, explicó Ana Ruiz, está cerrado
          Ana Ruiz ha anunciado que el puente abre ya.                 ; Ana Ruiz: el puente abre ya
          Ana Ruiz dijo ayer en la Radio que el río sube.              ; Ana Ruiz: el río sube
          Ana Ruiz insistió en que el río sube.                        ; Ana Ruiz: el río sube
          Ana Ruiz prometió reabrir el puente.                         ; Ana Ruiz: reabrir el puente
          Ana Ruiz dijo que el río sube, añadiendo que las obras costarán más. ; Ana Ruiz: el río sube / Ana Ruiz: las obras costarán más
          Pablo Lerma llegó ayer. Dijo que el río sube.                ; Pablo Lerma: el río sube
          «El río sube», dijo Pablo Lerma. «Es un caos», añadió.       ; Pablo Lerma: El río sube / Pablo Lerma: Es un caos
          Según la policía, el puente está cerrado.                    ; la policía: el puente está cerrado
          El puente está cerrado, según Pablo Lerma.                   ; Pablo Lerma: El puente está cerrado
          Según el alcalde, Pablo Lerma, el puente está cerrado.       ; Pablo Lerma: el puente está cerrado
          Como explicó Ana Ruiz, el puente está cerrado.               ; Ana Ruiz: el puente está cerrado
          Ana Ruiz calificó el proyecto de «error».                    ; Ana Ruiz: el proyecto de «error»
          Ana Ruiz no ha dicho que el puente abre.                     ;
          Ana Ruiz fue acusado por la policía.                         ;
          Los «vecinos del río» dijeron que el puente abre.            ; Los «vecinos del río»: el puente abre
          """)
  void whoSaidWhat(String text, String expected) {
    AnnotatedArticle article =
        SimpleTokens.article("es", text, ComplementiserTest::tag, "Ana Ruiz", "Pablo Lerma");
    assertThat(
            QuoteFinder.forLanguage("es").find(article).stream()
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
        .orElse(word.equals("Dijo") ? "VERB" : word.equals("Es") ? "AUX" : "X");
  }
}
