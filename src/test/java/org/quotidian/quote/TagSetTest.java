package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tags mean, from the tables in the folders of the languages. */
class TagSetTest {

  private static final TagSet ENGLISH = Lexicon.of("en").tags();

  @ParameterizedTest
  @CsvSource({
    "NNPS, PROPN",
    "MD, AUX",
    "VBG, VERB",
    "IN, ADP",
    "TO, PART",
    "WDT, DET",
    "PRP$, PRON",
    "$, SYM"
  })
  void tagsOfThePennTreebankAreUniversalPartsOfSpeech(String tag, WordClass wordClass) {
    assertThat(ENGLISH.of(tag).wordClass()).isEqualTo(wordClass);
  }

  @Test
  void everyTagOfAVerbIsAnotherForm() {
    assertThat(List.of("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
        .extracting(ENGLISH::of)
        .doesNotHaveDuplicates();
    assertThat(List.of("VBD", "VBP", "VBZ", "MD")).allMatch(tag -> ENGLISH.of(tag).isFinite());
    assertThat(List.of("VB", "VBG", "VBN")).noneMatch(tag -> ENGLISH.of(tag).isFinite());
  }

  @Test
  void aWordThatAsksIsNeitherAdverbNorDeterminer() {
    assertThat(ENGLISH.of("WRB").isAdverb()).isFalse();
    assertThat(ENGLISH.of("RB").isAdverb()).isTrue();
    assertThat(ENGLISH.of("WDT").isDeterminer()).isFalse();
    assertThat(ENGLISH.of("DT").isDeterminer()).isTrue();
  }

  @Test
  void unknownAndMissingTagsTellNothing() {
    assertThat(ENGLISH.of("")).isEqualTo(TokenClass.UNKNOWN);
    assertThat(ENGLISH.of("XYZ")).isEqualTo(TokenClass.UNKNOWN);
  }

  @Test
  void universalTagsNeedNoTable() {
    assertThat(new TagSet(List.of(), List.of(), List.of()).of("PROPN").isProper()).isTrue();
  }

  @Test
  void theLongestEndingTellsTheForm() {
    var tags =
        new TagSet(
            List.of(
                List.of("VERB", "VERB", "finite"),
                List.of("Infinitive", "VERB", "infinitive"),
                List.of("Participle", "VERB", "participle past")),
            List.of(),
            List.of(
                List.of("VERB", "er|re", "Infinitive"), List.of("VERB", "é|rée", "Participle")));
    assertThat(tags.of("VERB", "parler").isInfinitive()).isTrue();
    assertThat(tags.of("VERB", "parlé").isPastParticiple()).isTrue();
    assertThat(tags.of("VERB", "parle").isFinite()).isTrue();
    assertThat(tags.of("NOUN", "danger").isCommonNoun()).isTrue();
  }

  @Test
  void shortenedVerbsAreVerbsWithEitherApostrophe() {
    TokenClass noun = ENGLISH.of("NN");
    assertThat(ENGLISH.contracted("’re", noun, noun).isFinite()).isTrue();
    assertThat(ENGLISH.contracted("’d", noun, noun).isAuxiliary()).isTrue();
    assertThat(ENGLISH.contracted("’d", ENGLISH.of("VBD"), noun).isVerb()).isTrue();
  }

  @Test
  void aPossessiveMarkerBehindAPronounIsAVerb() {
    TokenClass marker = ENGLISH.of("POS");
    assertThat(ENGLISH.contracted("’s", marker, ENGLISH.of("PRP"))).isEqualTo(ENGLISH.of("VBZ"));
    assertThat(ENGLISH.contracted("’s", marker, ENGLISH.of("WP"))).isEqualTo(ENGLISH.of("VBZ"));
    assertThat(ENGLISH.contracted("’s", marker, ENGLISH.of("NNP"))).isEqualTo(marker);
  }

  @Test
  void anUnknownFormInATableIsAnError() {
    assertThatThrownBy(
            () -> new TagSet(List.of(List.of("V", "VERB", "finit")), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FINIT");
  }

  @Test
  void anUnknownTraitOfALanguageIsAnError() {
    var lines = new Properties();
    lines.setProperty("head", "lst");
    assertThatThrownBy(() -> Traits.of(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("language.properties: head is last or first, not lst");
  }
}
