package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoProblemTest {

  @Test
  void saysWhatHappenedInPlainWords() {
    assertThat(IoProblem.sentence("the file", new AccessDeniedException("a.txt")))
        .isEqualTo("the file cannot be read: permission denied");
    assertThat(IoProblem.sentence("the file", new NoSuchFileException("a.txt")))
        .isEqualTo("the file existed when the run began, but no longer does");
    assertThat(IoProblem.sentence("it", new FileSystemLoopException("a")))
        .isEqualTo("it is a link that points to itself");
    assertThat(
            IoProblem.sentence("the file", new FileSystemException("a", null, "Stale file handle")))
        .isEqualTo("the file cannot be read: Stale file handle");
    assertThat(IoProblem.sentence("the file", new IOException("Input/output error")))
        .isEqualTo("the file cannot be read: Input/output error");
    assertThat(IoProblem.sentence("the file", new IOException()))
        .isEqualTo("the file cannot be read: IOException");
  }
}
