package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordModelTest {

  private static final List<String> TAGS = List.of("PUNCT", "NOUN", "+NOUN", "VERB", "+VERB");

  /** A feature for each tag, and 9 for none. */
  private static final long[] FEATURES = {1, 2, 3, 4, 5};

  private static WordModel model(short... steps) {
    short[] weights = new short[FEATURES.length * TAGS.size()];
    for (int i = 0; i < TAGS.size(); i++) {
      weights[i * TAGS.size() + i] = 100;
    }
    return new WordModel(TAGS, Arrays.copyOf(steps, TAGS.size() * TAGS.size()), FEATURES, weights);
  }

  private static List<String> tags(WordModel model, boolean @Nullable [] firsts, long... features) {
    var sentence = Arrays.stream(features).mapToObj(f -> new long[] {f}).toArray(long[][]::new);
    return model.tags(sentence, firsts).stream().map(WordTag::toString).toList();
  }

  @Test
  void eachSyllableHasTheTagOfItsFeatures() {
    assertThat(tags(model(), null, 2, 3, 4, 1)).containsExactly("NOUN", "+NOUN", "VERB", "PUNCT");
  }

  @Test
  void aWordHasOneClassAndASentenceBeginsWithAWord() {
    assertThat(tags(model(), null, 3, 3)).containsExactly("NOUN", "+NOUN");
    assertThat(tags(model(), null, 4, 3, 3)).containsExactly("VERB", "NOUN", "+NOUN");
  }

  @Test
  void knownWordsKeepTheirEnds() {
    assertThat(tags(model(), new boolean[] {true, false, true}, 2, 4, 9))
        .startsWith("NOUN", "+NOUN")
        .last()
        .asString()
        .doesNotStartWith("+");
  }

  @Test
  void theTagBeforeDecidesWhereFeaturesDoNot() {
    short[] steps = new short[TAGS.size() * TAGS.size()];
    steps[TAGS.indexOf("VERB") * TAGS.size() + TAGS.indexOf("NOUN")] = 50;
    assertThat(tags(model(steps), null, 2, 9)).containsExactly("NOUN", "VERB");
  }

  @Test
  void anEmptySentenceHasNoTags() {
    assertThat(tags(model(), null)).isEmpty();
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    short[] steps = new short[TAGS.size() * TAGS.size()];
    steps[TAGS.indexOf("VERB") * TAGS.size()] = -7;
    var file = new ByteArrayOutputStream();
    model(steps).write(file);

    WordModel read = WordModel.read(new ByteArrayInputStream(file.toByteArray()));

    var again = new ByteArrayOutputStream();
    read.write(again);
    assertThat(again.toByteArray()).isEqualTo(file.toByteArray());
    assertThat(tags(read, null, 2, 3, 1)).containsExactly("NOUN", "+NOUN", "PUNCT");
  }

  @Test
  void aModelThatIsCutOffIsNotRead() throws IOException {
    var file = new ByteArrayOutputStream();
    model().write(file);
    byte[] half = Arrays.copyOf(file.toByteArray(), file.size() / 2);
    assertThatThrownBy(() -> WordModel.read(new ByteArrayInputStream(half)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void aModelHasTheTagThatStandsBeforeASentence() {
    assertThatThrownBy(
            () -> new WordModel(List.of("NOUN"), new short[1], new long[0], new short[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no tag PUNCT");
  }
}
