package org.quotidian.nlp.vietnamese.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExchangeClusteringTest {

  /** Units 0 to 2 occur beside contexts 0 and 1; units 3 to 5 beside contexts 2 and 3. */
  @Test
  void unitsOfTheSameNeighboursShareAClass() {
    int[] starts = {0, 2, 4, 6, 8, 10, 12};
    int[] contexts = {0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3};
    int[] counts = {9, 8, 5, 4, 9, 7, 7, 6, 3, 2, 7, 5};
    var clustering = new ExchangeClustering(4, starts, contexts, counts);

    int[] classes = clustering.classes(2);

    assertThat(classes[1]).isEqualTo(classes[0]);
    assertThat(classes[2]).isEqualTo(classes[0]);
    assertThat(classes[4]).isEqualTo(classes[3]);
    assertThat(classes[5]).isEqualTo(classes[3]);
    assertThat(classes[3]).isNotEqualTo(classes[0]);
    assertThat(clustering.classes(2)).isEqualTo(classes);
  }
}
