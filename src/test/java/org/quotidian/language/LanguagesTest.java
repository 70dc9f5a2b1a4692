package org.quotidian.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "vi, Vietnamese, Tiếng Việt, true",
    "en, English, English, true",
    "en-GB, English, English, true",
    "fr, French, Français, false",
    "id, Indonesian, Indonesia, false",
    "und, Unknown language, Und, false",
  })
  void knowsWhatCanBeDone(String code, String englishName, String ownName, boolean quotes) {
    LanguagePack pack = Languages.of(code);

    assertThat(pack.quotes()).isEqualTo(quotes);
    assertThat(pack.entities()).isEqualTo(quotes);
    if (!code.equals("und")) {
      assertThat(pack.englishName()).isEqualTo(englishName);
      assertThat(pack.ownName()).isEqualTo(ownName);
    }
  }

  @Test
  void listsVietnameseAndEnglishFirst() {
    assertThat(Languages.all())
        .extracting(LanguagePack::code)
        .startsWith("vi", "en")
        .doesNotHaveDuplicates();
  }

  @Test
  void mapsCodesOfTheDetector() {
    LanguageCodes codes = new LanguageCodes();

    assertThat(codes.bcp47("vie")).isEqualTo("vi");
    assertThat(codes.bcp47("cmn")).isEqualTo("zh");
    assertThat(codes.bcp47("ceb")).isEqualTo("ceb");
  }
}
