package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.Token;

/** Words in sentences of our own: syllables of a word are joined by underscores. */
@Tag("models")
class WordTaggerTest {

  private static final WordTagger TAGGER = WordTagger.load();
  private static final VietnameseSentences SENTENCES = VietnameseSentences.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bà/NOUN Nguyễn_Thị_Lan/PROPN mua/VERB hai/NUM quyển/NOUN sách/NOUN ./PUNCT",
        "Chính_phủ/NOUN đã/ADV tổ_chức/VERB cuộc/NOUN họp/VERB ở/ADP Hà_Nội/PROPN ./PUNCT",
        "Chúng_tôi/PRON sẽ/ADV xây_dựng/VERB một/NUM bệnh_viện/NOUN mới/ADJ ./PUNCT",
        "Học_sinh/NOUN và/CCONJ giáo_viên/NOUN rất/ADV vui/ADJ ./PUNCT",
        "Nếu/SCONJ đường/NOUN hỏng/VERB ,/PUNCT công_nhân/NOUN sẽ/ADV sửa/VERB ./PUNCT"
      })
  void findsWordsAndTheirClasses(String expected) {
    String text =
        Stream.of(expected.split(" "))
            .map(word -> word.substring(0, word.lastIndexOf('/')).replace('_', ' '))
            .reduce((left, right) -> left + (right.matches("[.,]") ? "" : " ") + right)
            .orElseThrow();
    assertThat(String.join(" ", words(text))).isEqualTo(expected);
  }

  @Test
  void namesThatNoTreebankKnowsAreProperNouns() {
    assertThat(words("Ông Quàng Văn Xuyến gặp bà Kowalczyk."))
        .contains("Quàng_Văn_Xuyến/PROPN", "Kowalczyk/PROPN");
  }

  @Test
  void tokensStayAsTheyAreApartFromTheirTags() {
    List<Token> tokens = SENTENCES.sentences("Trường học đóng cửa (tạm thời).").get(0);
    List<Token> tagged = TAGGER.tagged(tokens);
    assertThat(tagged)
        .extracting(token -> new Token(token.text(), "", token.start(), token.end()))
        .isEqualTo(tokens);
    assertThat(tagged.subList(0, 2)).extracting(Token::tag).containsExactly("NOUN", "+NOUN");
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    for (List<Token> sentence : SENTENCES.sentences(text)) {
      for (Token token : TAGGER.tagged(sentence)) {
        WordTag tag = WordTag.of(token.tag());
        if (tag.first()) {
          words.add(token.text() + "/" + tag.wordClass());
        } else {
          String before = words.remove(words.size() - 1);
          words.add(
              before.substring(0, before.lastIndexOf('/'))
                  + "_"
                  + token.text()
                  + "/"
                  + tag.wordClass());
        }
      }
    }
    return words;
  }
}
