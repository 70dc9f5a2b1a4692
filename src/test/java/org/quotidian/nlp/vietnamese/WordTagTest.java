package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quotidian.model.Token;
import org.quotidian.nlp.vietnamese.WordInput.Word;

class WordTagTest {

  @Test
  void aPlusSignMarksSyllablesThatContinueAWord() {
    assertThat(WordTag.of("NOUN")).isEqualTo(new WordTag("NOUN", true)).hasToString("NOUN");
    assertThat(WordTag.of("+NOUN")).isEqualTo(new WordTag("NOUN", false)).hasToString("+NOUN");
  }

  @Test
  void noTagIsAWordOfItsOwnWithoutClass() {
    assertThat(WordTag.of("")).isEqualTo(new WordTag("", true));
  }

  @Test
  void syllablesHaveTheTagsOfTheWordsAroundThem() {
    assertThat(
            tags(
                "cô giáo dạy toán .",
                new Word(0, 7, "NOUN"),
                new Word(8, 11, "VERB"),
                new Word(12, 16, "NOUN"),
                new Word(17, 18, "PUNCT")))
        .containsExactly("NOUN", "+NOUN", "VERB", "NOUN", "PUNCT");
  }

  @Test
  void aSyllableThatTwoWordsShareHasTheTagOfTheFirst() {
    assertThat(tags("2 km/giờ", new Word(0, 1, "NUM"), new Word(2, 5, "NOUN"), new Word(5, 8, "X")))
        .startsWith("NUM", "NOUN");
  }

  private static List<String> tags(String sentence, Word... words) {
    List<Token> tokens =
        VietnameseTokenizer.load(Abbreviations.load()).tokens(sentence, 0, sentence.length());
    return WordInput.tags(tokens, List.of(words)).stream().map(WordTag::toString).toList();
  }
}
