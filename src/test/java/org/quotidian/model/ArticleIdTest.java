package org.quotidian.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArticleIdTest {

  @Test
  void isTheBeginningOfTheHashOfCorpusSourceAndRecord() {
    // printf 'sample\nvi/a.txt\n' | sha256sum
    assertThat(ArticleId.of("sample", "vi/a.txt", "")).isEqualTo("e9f0932e07afde6c");
  }

  @Test
  void differsByCorpusSourceAndRecord() {
    assertThat(ArticleId.of("a", "b", "c"))
        .isNotEqualTo(ArticleId.of("a", "b", ""))
        .isNotEqualTo(ArticleId.of("a", "x", "c"))
        .isNotEqualTo(ArticleId.of("x", "b", "c"));
  }
}
