package org.quotidian.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quotidian.nlp.Pipelines;

class LanguagesTest {

  @Test
  void entitiesArePromisedWhereThereIsAPipelineForThem() {
    assertThat(
            Languages.all().stream()
                .filter(LanguagePack::entities)
                .map(LanguagePack::code)
                .sorted())
        .containsExactlyElementsOf(Pipelines.languages().stream().sorted().toList());
  }

  @Test
  void aRegionDoesNotMatter() {
    assertThat(Languages.of("en-GB")).isEqualTo(Languages.of("en"));
  }

  @Test
  void ofALanguageThatIsNotListedThereAreSentences() {
    assertThat(Languages.of("id")).isEqualTo(new LanguagePack("id", false, false));
  }
}
