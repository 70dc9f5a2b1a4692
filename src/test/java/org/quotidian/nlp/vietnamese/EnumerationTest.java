package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnumerationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ở các xã Mường Kim, Khoen On và Tà Gia thuộc Than Uyên | Mường Kim; Khoen On; Tà Gia / Than Uyên
          tuyến Vinh - Thanh Hóa                                | Vinh; Thanh Hóa
          bà Lan đến, ông Tú đi                                  | Lan / Tú
          """)
  void runsWithACommaOrAndBetweenBelongTogether(String sentence, String expected) {
    List<NameWord> words = NameWord.of(VietnameseSentences.load().sentences(sentence)).get(0);
    List<CapitalRun> runs = CapitalRun.in(words, CapitalRatios.load());
    assertThat(
            Enumeration.of(words, runs).stream()
                .map(
                    enumeration ->
                        enumeration.runs().stream()
                            .map(CapitalRun::text)
                            .collect(Collectors.joining("; ")))
                .collect(Collectors.joining(" / ")))
        .isEqualTo(expected);
  }
}
