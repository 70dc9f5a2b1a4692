package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Token;

class NameRulesTest {

  private static final NameRules FRENCH = NameRules.of("western", "-", "m. | mme");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          M. Aubier              | Aubier
          la/DET Vallière        | Vallière
          La/DET Vallière        | La Vallière
          Aubier : « Nous venons | Aubier
          « Vallière »           | Vallière
          Mme                    |
          « »                    |
          """)
  void aNameIsWithoutTitleDeterminerAndMarks(String mention, String name) {
    var text = new StringBuilder();
    var tokens = new ArrayList<Token>();
    for (String part : mention.split(" ")) {
      String word = part.replaceAll("/.*", "");
      String tag = part.contains("/") ? part.replaceAll(".*/", "") : "PROPN";
      tokens.add(new Token(word, tag, text.length(), text.length() + word.length()));
      text.append(word).append(' ');
    }
    var found = new EntityMention(0, EntityType.PERSON, 0, text.length() - 1, "", "");
    var mentions = new ArrayList<EntityMention>();
    FRENCH.addTrimmed(found, tokens, mentions);
    assertThat(mentions)
        .extracting(trimmed -> trimmed.span().in(text.toString()))
        .isEqualTo(name == null ? List.of() : List.of(name));
  }

  @Test
  void datesOfTheChineseModelAreNoNames() {
    assertThat(NameRules.of("chinese", "-", "-").isNoName(EntityType.MISC)).isTrue();
    assertThat(NameRules.of("chinese", "-", "-").isNoName(EntityType.PERSON)).isFalse();
    assertThat(FRENCH.isNoName(EntityType.MISC)).isFalse();
  }
}
