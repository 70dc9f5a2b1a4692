package org.quotidian.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodesTest {

  @ParameterizedTest
  @CsvSource({"vie, vi", "eng, en", "cmn, zh", "pes, fa", "ceb, ceb"})
  void aLanguageHasTwoLettersWhereThereAreAndAMemberTheCodeOfTheWhole(String iso, String bcp47) {
    assertThat(new LanguageCodes().bcp47(iso)).isEqualTo(bcp47);
  }
}
