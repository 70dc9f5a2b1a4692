package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.annotate.Language;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;

/** Who said what in French, Spanish and Italian, with the models of {@code mvn -Planguages}. */
@Tag("models")
class RomanceQuotesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          « Le pont restera fermé », a déclaré mardi à l’AFP la maire de Lindau, Anna Berg. ; Anna Berg: Le pont restera fermé
          « Le pont est vieux », a-t-elle dit.                            ; -t-elle: Le pont est vieux
          « Le pont est vieux, explique Paul Morel, et la rivière monte. » ; Paul Morel: Le pont est vieux / Paul Morel: et la rivière monte.
          « Le pont est vieux », sourit Paul Morel.                       ; Paul Morel: Le pont est vieux
          Le pont est fermé, a indiqué la police.                         ; la police: Le pont est fermé
          Le pont, a indiqué la police, sera fermé.                       ; la police: Le pont, a indiqué la police, sera fermé
          Elle a fait savoir qu’elle ne viendrait pas.                    ; Elle: elle ne viendrait pas
          Paul Morel a promis de rouvrir le pont.                         ; Paul Morel: rouvrir le pont
          Selon le ministre de l’Intérieur, Paul Martin, le pont est fermé. ; Paul Martin: le pont est fermé
          Le pont est fermé, selon la préfecture.                         ; la préfecture: Le pont est fermé
          Comme l’a rappelé la maire, le pont date de 1911.               ; la maire: le pont date de 1911
          La maire a qualifié le projet de « pure folie ».                ; La maire: le projet de « pure folie »
          Le pont est fermé, a-t-on appris auprès de la police.           ; la police: Le pont est fermé
          La maire n’a pas dit que le pont fermerait.                     ;
          Le pont serait fermé depuis mardi.                              ;
          Les « gilets bleus » ont bloqué le pont.                        ;
          Le plan a été critiqué par la maire.                            ;
          """)
  void french(String text, String expected) {
    assertThat(found("fr", text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          «El puente seguirá cerrado», ha dicho el martes la alcaldesa, Ana Ruiz. ; Ana Ruiz: El puente seguirá cerrado
          Ana Ruiz llegó ayer a Madrid. Dijo que el puente seguirá cerrado. ; Ana Ruiz: el puente seguirá cerrado
          Ana Ruiz dijo que el puente es viejo y pidió que lo cierren.    ; Ana Ruiz: el puente es viejo / Ana Ruiz: lo cierren
          Ana Ruiz llegó a Madrid. La sala estaba llena. Es un plan que la cofradía considera «una burla». ; la cofradía: una burla
          «El río sube», explican desde el departamento de aguas. Las lanchas ya están listas. «No hay peligro», aseguran. ; el departamento de aguas: El río sube / el departamento de aguas: No hay peligro
          Cuando eran socios de Luis Vega, la alcaldesa restó importancia al pleito. «Está superado», afirmó. ; la alcaldesa: Está superado
          El alcalde insistió en que el puente es viejo.                  ; El alcalde: el puente es viejo
          El puente está cerrado, según explicó la policía.               ; la policía: El puente está cerrado
          Para Ana Ruiz, el puente es viejo.                              ; Ana Ruiz: el puente es viejo
          «El río sube mucho», explican desde la alcaldía.                ; la alcaldía: El río sube mucho
          La alcaldesa cargó contra «una gestión ciega».                  ; La alcaldesa: una gestión ciega
          Se dice que el puente es viejo.                                 ;
          Eso quiere decir que el puente sigue cerrado.                   ;
          """)
  void spanish(String text, String expected) {
    assertThat(found("es", text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          «Il ponte resterà chiuso», ha detto martedì la sindaca, Anna Bruni. ; Anna Bruni: Il ponte resterà chiuso
          L’uomo, riferiscono i carabinieri, era già noto.                ; i carabinieri: L’uomo, riferiscono i carabinieri, era già noto
          Luigi Rossi è arrivato tardi. Ha detto che il ponte è chiuso.   ; Luigi Rossi: il ponte è chiuso
          Il ponte «non è sicuro», si legge in una nota del Comune.       ; una nota del Comune: Il ponte «non è sicuro»
          Paolo Moretti ha negato di aver chiuso il ponte.                ; Paolo Moretti: aver chiuso il ponte
          Secondo i residenti, il traffico è insopportabile.              ; i residenti: il traffico è insopportabile
          La mostra «Luci e ombre» apre domani.                           ;
          """)
  void italian(String text, String expected) {
    assertThat(found("it", text)).isEqualTo(expected == null ? "" : expected);
  }

  private static String found(String code, String text) {
    Language language = Language.of(code);
    assumeTrue(language.models() != null, "no models: " + code);
    Pipeline pipeline = language.pipeline();
    var article = Corpus.body("example", text, code);
    List<Sentence> sentences = pipeline.sentences(article);
    AnnotatedArticle annotated =
        AnnotatedArticle.of(article, sentences).withEntities(pipeline.entities(article, sentences));
    return QuoteFinder.forLanguage(code).find(annotated).stream()
        .map(quote -> shown(quote, text))
        .collect(Collectors.joining(" / "));
  }

  private static String shown(Quote quote, String text) {
    return (quote.speaker() == null ? "" : quote.speaker().in(text)) + ": " + quote.span().in(text);
  }
}
