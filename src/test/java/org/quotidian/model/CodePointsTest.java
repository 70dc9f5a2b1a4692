package org.quotidian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodePointsTest {

  @Test
  void textWithoutSurrogatesKeepsItsOffsets() {
    CodePoints codePoints = CodePoints.of("Hà Nội");

    assertThat(codePoints.at(0)).isEqualTo(0);
    assertThat(codePoints.at(6)).isEqualTo(6);
  }

  @Test
  void anEmojiCountsOnce() {
    String text = "a😀b😀";
    CodePoints codePoints = CodePoints.of(text);

    assertThat(codePoints.at(text.indexOf('b'))).isEqualTo(2);
    assertThat(codePoints.at(text.length())).isEqualTo(4);
  }

  @Test
  void aLoneSurrogateCountsAsACodePoint() {
    String text = "a\uD83Db😀c";
    CodePoints codePoints = CodePoints.of(text);

    for (int i = 0; i <= text.length(); i++) {
      if (i != 4) { // inside the pair
        assertThat(codePoints.at(i)).isEqualTo(text.codePointCount(0, i));
      }
    }
  }

  @Test
  void spansCannotBeTurnedAround() {
    assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
