package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockHolderTest {

  @Test
  void itIsNamedByProcessMachineAndWork() {
    assertThat(new LockHolder(12, "host", "")).hasToString("process 12 on host");
    assertThat(new LockHolder(12, "host", "run 3")).hasToString("process 12 on host (run 3)");
    assertThat(LockHolder.UNKNOWN).hasToString("another process");
  }

  @Test
  void onlyAProcessOfThisMachineCanBeSignalled() {
    assertThat(LockHolder.ofThisProcess().isOnThisMachine()).isTrue();
    assertThat(LockHolder.ofThisProcess().pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(new LockHolder(12, "another.invalid", "").isOnThisMachine()).isFalse();
  }
}
