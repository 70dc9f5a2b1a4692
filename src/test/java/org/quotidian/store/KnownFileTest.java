package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.txt",
        "a b/",
        "tin tức.txt",
        "tab\there",
        "line\nend",
        "line\r\nend",
        "\\n",
        "\\",
        ""
      })
  void aLineGivesTheSameFile(String place) {
    for (boolean flag : new boolean[] {true, false}) {
      KnownFile file = new KnownFile(place, "120 17.5 9", 12, flag, !flag, flag);

      assertThat(file.line()).doesNotContain("\n");
      assertThat(KnownFile.parse(file.line())).isEqualTo(file);
      assertThat(KnownFile.parse(file.unread().line()).isRead()).isFalse();
    }
  }
}
