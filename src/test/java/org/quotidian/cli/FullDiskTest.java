package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

  @TempDir private Path folder;

  @Test
  void aDiskWithLessThanIsNeededIsNamedByAFolderThatExists() {
    assertThat(FullDisk.told(folder.resolve("not/yet/there"), Long.MAX_VALUE))
        .hasValueSatisfying(
            told ->
                assertThat(told)
                    .matches("there is hardly space left on the disk of .+ \\(\\d+ MB\\)")
                    .contains(" " + folder + " "));
  }

  @Test
  void nothingIsSaidOfADiskWithSpaceEnough() {
    assertThat(FullDisk.told(folder, 1)).isEmpty();
  }
}
