package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void isTheLastPartOfThePath() {
    assertThat(FileNames.of(Path.of("a", "b.txt"))).isEqualTo("b.txt");
  }

  @Test
  void readsTheBytesOfAUri() {
    assertThat(FileNames.decode("tin%20t%E1%BB%A9c.txt")).isEqualTo("tin tức.txt");
  }

  @Test
  void keepsBytesThatAreNoUtf8AsEscapes() {
    assertThat(FileNames.decode("tin%FF.txt")).isEqualTo("tin%FF.txt");
  }
}
