package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quotidian.language.WordList;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

class ValueFinderTest {

  private static final String THURSDAY = "2024-05-16";

  private static final VietnameseSentences TEXT = VietnameseSentences.load();
  private static final ValueFinder FINDER = ValueFinder.load();

  @Test
  void understandsTheGold() {
    int gold = 0;
    int found = 0;
    int right = 0;
    var mistakes = new ArrayList<String>();
    for (String line : WordList.read(ValueFinderTest.class, "values-gold.txt")) {
      int bar = line.indexOf('|');
      List<String> expected =
          Arrays.stream(line.substring(bar + 1).split(";"))
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .toList();
      boolean dayKnown = !line.startsWith("?");
      String text = line.substring(dayKnown ? 0 : 1, bar).strip();
      List<String> actual = values(text, dayKnown ? THURSDAY : "");
      gold += expected.size();
      found += actual.size();
      right += (int) actual.stream().filter(expected::contains).count();
      if (!actual.equals(expected)) {
        mistakes.add(text + " " + actual);
      }
    }
    assertThat(gold).isGreaterThanOrEqualTo(150);
    assertThat(2.0 * right / (gold + found))
        .as("%d of %d, %d found; wrong: %s", right, gold, found, String.join("\n", mistakes))
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void aFullStopMayStandBetweenDayAndMonth() {
    assertThat(values("Ông được chuyển viện hôm 5.3.", THURSDAY))
        .containsExactly("DATE 2024-03-05");
    assertThat(values("Hôm qua (15.5), đê bị vỡ.", THURSDAY))
        .containsExactly("DATE 2024-05-15", "DATE 2024-05-15");
    assertThat(values("Hôm 5.300 người đến chợ.", THURSDAY)).doesNotContain("DATE 2024-03-05");
  }

  @Test
  void aDayThatDoesNotExistHasNoValue() {
    assertThat(values("Ngày 31/2 không có trong lịch.", THURSDAY)).isEmpty();
  }

  private static List<String> values(String text, String published) {
    List<String> values = new ArrayList<>();
    DateValues dates = FINDER.datesFor(published);
    for (List<Token> tokens : TEXT.sentences(text)) {
      var sentence = new Sentence(0, 0, Section.BODY, 0, text.length(), tokens);
      FINDER
          .find(sentence, List.of(), dates)
          .forEach(mention -> values.add(mention.type() + " " + mention.normalized()));
    }
    return values;
  }
}
