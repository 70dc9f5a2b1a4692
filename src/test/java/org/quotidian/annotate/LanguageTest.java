package org.quotidian.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.language.WordList;
import org.quotidian.source.ArticleReader;

class LanguageTest {

  private static final Path QUOTES = Path.of("src/main/resources/org/quotidian/quote");

  @Test
  void namesAndQuotesAreFoundInEnglishAndVietnamese() {
    assertThat(Language.supported())
        .extracting(Language::toString)
        .containsExactly("English (en)", "Vietnamese (vi)");
    assertThat(Language.supported())
        .allSatisfy(
            language -> {
              assertThat(language.version()).isNotEmpty();
              assertThat(language.quotes()).isPresent();
            });
    assertThat(Language.of("vi").ownName()).isEqualTo("Tiếng Việt");
  }

  @Test
  void germanHasListsForQuotesButNoJobUsesThem() {
    assertThat(QUOTES.resolve("de")).isDirectory();
    assertThat(Language.supported()).doesNotContain(Language.of("de"));
    assertThat(Language.of("de").quotes()).isEmpty();
    assertThat(Language.of("de").version()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sw", "und", "", "../vi"})
  void aLanguageThatNobodyRegisteredHasSentencesOnly(String code) {
    assertThat(Language.of(code).code()).isEqualTo(code);
    assertThat(Language.of(code).models()).isNull();
    assertThat(Language.of(code).quotes()).isEmpty();
  }

  @Test
  void aLanguageWithListsIsRegistered() {
    assertThat(QUOTES.toFile().listFiles(File::isDirectory))
        .isNotEmpty()
        .extracting(File::getName)
        .isSubsetOf(Language.knownCodes());
    assertThat(WordList.read(ArticleReader.class, "phrases/languages.txt"))
        .isNotEmpty()
        .isSubsetOf(Language.knownCodes());
  }

  @Test
  void languagesAreChosenByCode() {
    assertThat(codes("vi")).containsExactly("vi");
    assertThat(codes("vi", "en", "vi-VN")).containsExactly("en", "vi");
    assertThat(codes("auto")).containsExactly("en", "vi");
    assertThat(codes("vi", "auto")).containsExactly("en", "vi");
    assertThat(codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "VI, vi",
    "vi-VN, vi",
    "vi_VN, vi",
    "vi-Latn-VN, vi",
    "vie, vi",
    "Vietnamese, vi",
    "tiếng việt, vi",
    "en-GB, en",
    "eng, en",
    "english, en",
    "EN-us, en"
  })
  void whatIsObviouslyMeantIsUnderstood(String name, String code) {
    assertThat(Language.named(name).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "deu", "german", "Deutsch", "de-AT"})
  void aLanguageWithSentencesOnlyCannotBeChosen(String name) {
    assertThatThrownBy(() -> Language.chosen(List.of("vi", name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + name
                + "' is German (de), in which only sentences are found. Names and quotes are found in"
                + " English (en) and Vietnamese (vi): write their codes, or auto for all of them. The"
                + " language of each article is detected, and articles in other languages get"
                + " sentences anyway");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xx", "sw", "", " ", "Auto", "vi-en", "en_vi", "vi, en", "vi;en", "vietnam"})
  void whatIsNoLanguageOrMoreThanOneCannotBeChosen(String name) {
    assertThatThrownBy(() -> Language.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + name + "' is not a language that is known here. Names and")
        .hasMessageContaining("auto for all");
  }

  private static List<String> codes(String... names) {
    return Language.chosen(List.of(names)).stream().map(Language::code).toList();
  }
}
