package org.quotidian.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.language.WordList;
import org.quotidian.nlp.CoreNlpModels;
import org.quotidian.source.ArticleReader;

class LanguageTest {

  private static final Path QUOTES = Path.of("src/main/resources/org/quotidian/quote");

  @Test
  void englishAndVietnameseAreBuiltIn() {
    assertThat(Language.supported())
        .filteredOn(language -> language.installable() == null)
        .extracting(Language::toString)
        .containsExactly("English (en)", "Vietnamese (vi)");
    assertThat(List.of(Language.of("en"), Language.of("vi")))
        .allSatisfy(
            language -> {
              assertThat(language.version()).isNotEmpty();
              assertThat(language.quotes()).isPresent();
            });
    assertThat(Language.of("vi").ownName()).isEqualTo("Tiếng Việt");
  }

  @Test
  void othersCanBeInstalled() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    assertThat(Language.knownCodes())
        .containsExactlyInAnyOrder("ar", "de", "en", "es", "fr", "hu", "it", "vi", "zh");
    for (Language language : Language.missing()) {
      CoreNlpModels models = Objects.requireNonNull(language.installable());
      assertThat(build)
          .contains("lib/" + models.fileName().replace("4.5.10", "${corenlp.version}"))
          .contains("<corenlp.version>4.5.10<");
      assertThat(models.findNames()).isFalse();
      assertThat(language.quotes()).isEmpty();
      assertThat(language.version()).isEmpty();
    }
  }

  @Test
  void modelsMustFitIntoMemory() {
    Language.checkMemory(List.of(Language.of("en"), Language.of("vi")), 100 << 20);
    Language.checkMemory(List.of(Language.of("de"), Language.of("fr")), 1550L << 20);
    assertThatThrownBy(
            () ->
                Language.checkMemory(
                    List.of(Language.of("de"), Language.of("en"), Language.of("fr")), 600L << 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "German (de), French (fr) need more memory: 1550 MB in all, and Java may use 600.")
        .hasMessageContaining("-Xmx1550m");
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
    String[] all = Language.supported().stream().map(Language::code).toArray(String[]::new);
    assertThat(codes("auto")).containsExactly(all).contains("en", "vi");
    assertThat(codes("vi", "auto")).containsExactly(all);
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
  void aLanguageWhoseModelsAreMissingCannotBeChosen(String name) {
    assumeTrue(Language.of("de").models() == null, "its models are installed");
    assertThatThrownBy(() -> Language.chosen(List.of("vi", name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + name
                + "' is German (de), whose models are not installed. Install them with: mvn"
                + " dependency:copy"
                + " -Dartifact=edu.stanford.nlp:stanford-corenlp:4.5.10:jar:models-german"
                + " -DoutputDirectory=target/lib (docs/languages.md). The language of each article is"
                + " detected, and articles in other languages get sentences anyway");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xx", "sw", "", " ", "Auto", "vi-en", "en_vi", "vi, en", "vi;en", "vietnam"})
  void whatIsNoLanguageOrMoreThanOneCannotBeChosen(String name) {
    assertThatThrownBy(() -> Language.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + name + "' is not a language that is known here. Write codes")
        .hasMessageContaining("auto stands for all");
  }

  private static List<String> codes(String... names) {
    return Language.chosen(List.of(names)).stream().map(Language::code).toList();
  }
}
