package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoRoomTest {

  @TempDir private Path folder;

  @Test
  void aDiskIsAskedAlsoForWhatIsNotThereYet() {
    Path file = folder.resolve("not/yet/x");

    assertThat(NoRoom.on(file, 1)).isEmpty();
    assertThat(NoRoom.on(file, Long.MAX_VALUE))
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .startsWith("there is too little space on the disk of " + folder + " ("));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "Disk quota exceeded",
        "There is not enough space on the disk"
      })
  void theWordsOfEachSystemAreKnown(String words) {
    assertThat(NoRoom.in(new RuntimeException(new IOException(words)))).contains(words);
    assertThat(NoRoom.in(new RuntimeException(new FileSystemException("x.csv", null, words))))
        .contains("cannot write x.csv: " + words);
    assertThat(NoRoom.in(new UncheckedIOException(new IOException(words)))).isPresent();
  }

  @Test
  void theDiskOfTheServerAndMappedMemoryAreDisksToo() {
    assertThat(NoRoom.in(new SQLException("could not extend file", "53100")))
        .contains("the disk of the database server is full: could not extend file");
    assertThat(
            NoRoom.in(new InternalError("a fault occurred in an unsafe memory access operation")))
        .contains("there is no disk space for a file that is mapped into memory");
  }

  @Test
  void otherTroubleIsNone() {
    assertThat(NoRoom.in(new IOException("Permission denied"))).isEmpty();
    assertThat(NoRoom.in(new IllegalStateException("no space left on device"))).isEmpty();
    assertThat(NoRoom.isIoProblem(new RuntimeException(new IOException("Permission denied"))))
        .isTrue();
    assertThat(NoRoom.isIoProblem(new RuntimeException())).isFalse();
  }
}
