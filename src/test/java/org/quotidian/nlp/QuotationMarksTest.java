package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationMarksTest {

  /** Words between blanks, with ~ where the text has none; sentences between bars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          „~Wir warten~. | ~“ Dann ging sie~.      ; „ Wir warten . “ | Dann ging sie .
          Er kam~. »~ | Nein~«~, sagte sie~.       ; Er kam . | » Nein « , sagte sie .
          «~Aspettiamo~. | ~» | Poi partì~.        ; « Aspettiamo . » | Poi partì .
          „Várunk.” „A híd áll” - közölte~.        ; „ Várunk . ” | „ A híd áll ” - közölte .
          „Várunk,” mondta~.                       ; „ Várunk , ” mondta .
          Azt mondta~: | „Várunk~.                 ; Azt mondta : „ Várunk .
          ”                                        ; ”
          „“                                       ; „ “
          « Nous venons~. | »~, dit-elle~.         ; « Nous venons . | » , dit-elle .
          """)
  void eachMarkIsATokenOfItsSentence(String found, String arranged) {
    var text = new StringBuilder();
    var sentences = new ArrayList<List<CoreLabel>>();
    for (String sentence : found.split("\\|")) {
      var words = new ArrayList<CoreLabel>();
      for (String word : sentence.replace("~", " ~ ").strip().split(" +")) {
        if (word.equals("~")) {
          text.setLength(text.length() - 1);
          continue;
        }
        var label = new CoreLabel();
        label.setWord(word);
        words.add(PlacedWords.at(text.length(), text.length() + word.length(), label));
        text.append(word).append(' ');
      }
      sentences.add(words);
    }
    assertThat(
            new QuotationMarks(text.toString())
                .arranged(sentences).stream()
                    .map(
                        words ->
                            words.stream().map(CoreLabel::word).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining(" | ")))
        .isEqualTo(arranged);
  }
}
