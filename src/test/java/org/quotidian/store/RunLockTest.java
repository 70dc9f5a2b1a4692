package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir private Path folder;

  @Test
  void oneAtATime() {
    try (RunLock lock = RunLock.acquire(address(), "corpus")) {
      lock.progress("12 of 40 articles");

      assertThatThrownBy(() -> RunLock.acquire(address(), "other corpus, same file"))
          .isInstanceOf(AlreadyRunningException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("12 of 40 articles");
    }

    assertThat(RunLock.holder(address(), "corpus")).isEmpty();
  }

  @Test
  void progressThatGetsShorterLeavesNothingBehind() {
    try (RunLock lock = RunLock.acquire(address(), "corpus")) {
      lock.progress("a long story of what was done");
      lock.progress("short");

      assertThat(RunLock.holder(address(), "corpus"))
          .hasValueSatisfying(holder -> assertThat(holder.progress()).isEqualTo("short"));
    }
  }

  private DatabaseAddress address() {
    return new DatabaseAddress(
        "jdbc:hsqldb:file:" + folder.resolve("db/quotidian") + ";hsqldb.log_size=10", "sa", "");
  }
}
