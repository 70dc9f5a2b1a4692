package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.Token;

class VietnameseTokenizerTest {

  private static final VietnameseTokenizer TOKENIZER =
      VietnameseTokenizer.load(Abbreviations.load());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "14-3",
        "U.23",
        "5G",
        "TP.HCM",
        "1.000.000",
        "30/4",
        "14/3/2019",
        "H.T.P.",
        "Covid-19",
        "2-1",
        "15h30",
        "3.240kg",
        "T.Ư",
        "PGS.TS.",
        "UB-NCPC",
        "km/h",
        "Jong-un",
        "AT&T",
        "https://bao.example.vn/a?b=c",
        "www.bao.example.vn",
        "toasoan@bao.example.vn",
        "@khanh_an",
        "#muahe",
        "tuoitre.vn",
        "can't",
        "O’Neill",
        "…",
        "...",
        "5,5",
        "v.v."
      })
  void keepsWhatIsWrittenAsOne(String word) {
    assertThat(tokens("ở " + word + " này")).containsExactly("ở", word, "này");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anh nói.Tôi nghe.            | Anh nói . Tôi nghe .
          “Xong!”, bà đáp              | “ Xong ! ” , bà đáp
          25% hoặc 25 %                | 25 % hoặc 25 %
          TP. Huế, TP.Huế              | TP. Huế , TP. Huế
          Bà Rịa-Vũng Tàu              | Bà Rịa - Vũng Tàu
          năm 2018.                    | năm 2018 .
          anh T. và chị Nh. đi         | anh T. và chị Nh. đi
          châu Á. Ở đó                 | châu Á . Ở đó
          (SN 1989)                    | ( SN 1989 )
          tin trên https://a.example.vn. Xong | tin trên https://a.example.vn . Xong
          """)
  void cutsWhereAReaderWould(String text, String expected) {
    assertThat(String.join(" ", tokens(text))).isEqualTo(expected);
  }

  @Test
  void everythingButWhiteSpaceIsInOneToken() {
    String text = "a\u0301 😀 𠀀 \u202ex¤ \u00a0— «ĐÂY» \ud83d lẻ\t1..2,,3 --- ??? ₫";
    int last = 0;
    for (Token token : TOKENIZER.tokens(text, 0, text.length())) {
      assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
      assertThat(text.substring(last, token.start()).chars())
          .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
      last = token.end();
    }
    assertThat(last).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "1.", "A.", "a.b", "1-", "@", "-", "x'", "“", "http://a", "ă ", "9"})
  void takesTimeInProportionToTheText(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    Instant start = Instant.now();
    TOKENIZER.tokens(text, 0, text.length());
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  private static List<String> tokens(String text) {
    return TOKENIZER.tokens(text, 0, text.length()).stream().map(Token::text).toList();
  }
}
