package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.stanford.nlp.util.HashIndex;
import edu.stanford.nlp.util.Index;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureIndexTest {

  @Test
  void aNameHasTheNumberThatTheHashIndexGives() {
    Index<String> names = names(200_000);
    FeatureIndex index = new FeatureIndex(names);

    assertThat(index.size()).isEqualTo(names.size());
    for (String name : names) {
      assertThat(index.indexOf(name)).isEqualTo(names.indexOf(name));
    }
  }

  @Test
  void otherNamesHaveNone() {
    FeatureIndex index = new FeatureIndex(names(200_000));

    for (int i = 0; i < 200_000; i++) {
      assertThat(index.indexOf("other-" + i + "|C")).isEqualTo(-1);
    }
    assertThat(index.contains("other-1|C")).isFalse();
    assertThat(index.indexOf("")).isEqualTo(-1);
  }

  @Test
  void orderAndLengthOfCharactersCount() {
    FeatureIndex index = new FeatureIndex(new HashIndex<>(List.of("ab", "ba", "a", "aa", "\0a")));

    assertThat(List.of("ab", "ba", "a", "aa", "\0a").stream().map(index::indexOf))
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(index.indexOf("b")).isEqualTo(-1);
    assertThat(index.indexOf("\0\0a")).isEqualTo(-1);
  }

  @Test
  void nothingIsInAnEmptyOne() {
    assertThat(new FeatureIndex(new HashIndex<>()).indexOf("a")).isEqualTo(-1);
  }

  @Test
  void nothingIsAdded() {
    FeatureIndex index = new FeatureIndex(new HashIndex<>(List.of("a")));

    assertThat(index.isLocked()).isTrue();
    assertThat(index.addToIndex("a")).isZero();
    assertThat(index.addToIndex("b")).isEqualTo(-1);
    assertThat(index.indexOf("b", true)).isEqualTo(-1);
    assertThat(index.size()).isEqualTo(1);
    assertThatThrownBy(() -> index.get(0)).hasMessageContaining("not stored");
  }

  @Test
  void twoFeaturesThatCannotBeToldApartAreRefused() {
    HashIndex<String> twice =
        new HashIndex<>(List.of("a", "b")) {
          @Override
          public Iterator<String> iterator() {
            return List.of("a", "a").iterator();
          }
        };

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeatureIndex(twice))
        .withMessageContaining("hash of a");
  }

  /** Names like those of models: the word, its position, what depends on it. */
  private static Index<String> names(int number) {
    Random random = new Random(1);
    Index<String> names = new HashIndex<>();
    while (names.size() < number) {
      String word = Integer.toString(random.nextInt(1 << 20), 36);
      names.add(word + "-" + (random.nextBoolean() ? "WORD|C" : "PW|CpC"));
    }
    return names;
  }
}
