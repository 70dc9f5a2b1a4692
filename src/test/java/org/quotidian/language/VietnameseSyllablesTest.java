package org.quotidian.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseSyllablesTest {

  @ParameterizedTest
  @CsvSource({
    "nghiêng, true", "được, true", "ĐƯỢC, true", "giếng, true", "quýt, true", "gìn, true",
    "a, true", "oẳn, true", "đươc, false", "trump, false", "strong, false", "hòá, false",
    "São, true", "não, true", "été, false", "ở, true", "tróng, true", "thiêt, false"
  })
  void aSyllableHasOnsetRhymeAndATone(String word, boolean syllable) {
    assertThat(VietnameseSyllables.isSyllable(word)).isEqualTo(syllable);
  }

  @ParameterizedTest
  @CsvSource({
    "nghieng, true",
    "duoc, true",
    "quen, true",
    "anh, true",
    "ka, false",
    "cy, false",
    "trump, false",
    "được, false"
  })
  void withoutDiacriticsTheVowelStillTellsHowTheOnsetIsWritten(String word, boolean syllable) {
    assertThat(VietnameseSyllables.isUnaccentedSyllable(word)).isEqualTo(syllable);
  }

  @ParameterizedTest
  @CsvSource({"hòa,hoà", "Thủy,Thuỷ", "khóa,khoá", "HÓA,HOÁ", "lũy,luỹ"})
  void bothToneStylesAreOneWord(String news, String treebank) {
    assertThat(VietnameseSyllables.normal(treebank)).isEqualTo(news);
    assertThat(VietnameseSyllables.normal(Normalizer.normalize(treebank, Normalizer.Form.NFD)))
        .isEqualTo(news);
  }

  @Test
  void toneMarksAfterQAndBeforeAConsonantStay() {
    assertThat(VietnameseSyllables.normal("quý")).isEqualTo("quý");
    assertThat(VietnameseSyllables.normal("hoàn")).isEqualTo("hoàn");
  }
}
