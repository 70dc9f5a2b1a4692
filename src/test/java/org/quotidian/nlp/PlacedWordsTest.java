package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacedWordsTest {

  @Test
  void partsOfAWordHaveNoPlace() {
    assertThat(placed("Er ist im Haus", "Er", "ist", "in<im@7", "dem<im@7", "Haus"))
        .containsExactly("Er=Er", "ist=ist", "in=im", "dem=", "Haus=Haus");
  }

  @Test
  void wrongPlacesOfAStatisticalTokenizerDoNotMatter() {
    assertThat(
            placed(
                "nella casa, nella via",
                "in<nella",
                "la<nella",
                "casa",
                ",",
                "in<nella",
                "la<nella",
                "via"))
        .containsExactly("in=nella", "la=", "casa=casa", ",=,", "in=nella", "la=", "via=via");
  }

  @Test
  void repeatedWordsAreWords() {
    assertThat(placed("sehr sehr gut", "sehr", "sehr", "gut"))
        .containsExactly("sehr=sehr", "sehr=sehr", "gut=gut");
  }

  @Test
  void lettersThatWereLeftOutAreWords() {
    assertThat(placed("ein\u200b Wort fehlt hier", "ein", "fehlt"))
        .containsExactly("ein=ein", "Wort=Wort", "fehlt=fehlt", "hier=hier");
    assertThat(placed("nur Reste")).containsExactly("nur=nur", "Reste=Reste");
    assertThat(placed(" \u200b ")).isEmpty();
  }

  @Test
  void aWordThatIsNotInTheTextIsNone() {
    assertThat(placed("ein Wort", "ein", "anderes", "Wort"))
        .containsExactly("ein=ein", "Wort=Wort");
  }

  /**
   * @param words as {@code word}; {@code word<written} if taken from another; with {@code @} and a
   *     place if by rules
   */
  private static List<String> placed(String text, String... words) {
    var labels = new ArrayList<CoreLabel>();
    for (String word : words) {
      var label = new CoreLabel();
      String[] parts = word.split("[<@]");
      label.setWord(parts[0]);
      label.setOriginalText(parts[parts.length > 1 ? 1 : 0]);
      if (parts.length > 2) {
        int start = Integer.parseInt(parts[2]);
        label.setOriginalText(parts[0]);
        label.setIsMWT(true);
        label.setIsMWTFirst(labels.isEmpty() || labels.get(labels.size() - 1).isMWT() == null);
        label.setBeginPosition(start);
        label.setEndPosition(start + parts[1].length());
      }
      labels.add(label);
    }
    var annotation = new Annotation(text);
    var sentence = new ArrayCoreMap();
    sentence.set(TokensAnnotation.class, labels);
    annotation.set(SentencesAnnotation.class, List.<CoreMap>of(sentence));
    Stream<CoreLabel> found = PlacedWords.of(annotation, text).stream().flatMap(List::stream);
    return found
        .map(
            label ->
                label.word()
                    + "="
                    + (PlacedWords.hasPlace(label)
                        ? text.substring(label.beginPosition(), label.endPosition())
                        : ""))
        .toList();
  }
}
