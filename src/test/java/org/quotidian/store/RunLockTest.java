package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
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

  @Test
  void aDatabaseInMemoryNeedsNoLock() {
    DatabaseAddress memory = new DatabaseAddress("jdbc:hsqldb:mem:x", "sa", "");
    try (RunLock lock = RunLock.acquire(memory, "corpus");
        RunLock second = RunLock.acquire(memory, "corpus")) {
      lock.keep();
      assertThat(RunLock.holder(memory, "corpus")).isEmpty();
    }
  }

  @Nested
  @Tag("server")
  class OnPostgres extends StoreTest {

    @Test
    void oneOfACorpusAtATime() throws Exception {
      try (RunLock lock = RunLock.acquire(database.address(), "corpus");
          RunLock another = RunLock.acquire(database.address(), "another corpus")) {
        another.keep();
        assertThatThrownBy(() -> RunLock.acquire(database.address(), "corpus"))
            .isInstanceOf(AlreadyRunningException.class)
            .hasMessage("in use by " + LockHolder.ofThisProcess());
        assertThat(RunLock.holder(database.address(), "corpus"))
            .contains(LockHolder.ofThisProcess());
      }
      awaitNoHolder();
    }

    /** The server releases a lock a moment after its connection is closed. */
    private void awaitNoHolder() throws InterruptedException {
      while (RunLock.holder(database.address(), "corpus").isPresent()) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }

    @Test
    void aLockIsTakenAgainAfterTheConnectionBroke() throws Exception {
      try (RunLock lock = RunLock.acquire(database.address(), "corpus")) {
        breakConnections();
        TimeUnit.MILLISECONDS.sleep(1100); // it checks once a second

        lock.keep();

        assertThat(RunLock.holder(database.address(), "corpus")).isPresent();
      }
    }

    @Test
    void aLockThatAnotherHasByNowIsLost() throws Exception {
      try (RunLock lock = RunLock.acquire(database.address(), "corpus")) {
        breakConnections();
        awaitNoHolder();
        try (RunLock other = RunLock.acquire(database.address(), "corpus")) {
          TimeUnit.MILLISECONDS.sleep(1100);

          assertThatThrownBy(lock::keep).isInstanceOf(AlreadyRunningException.class);
        }
      }
    }

    private void breakConnections() {
      client
          .sql(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where application_name like 'quotidian %' and datname = current_database()
              """)
          .query(row -> {});
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutPassword() {
      DatabaseAddress none = new DatabaseAddress("jdbc:postgresql://localhost:1/x", "me", "secret");

      assertThatThrownBy(() -> RunLock.acquire(none, "corpus"))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith(
              "cannot use the database jdbc:postgresql://localhost:1/x as me: Connection to")
          .hasMessageNotContaining("secret");
    }
  }

  private DatabaseAddress address() {
    return new DatabaseAddress(
        "jdbc:hsqldb:file:" + folder.resolve("db/quotidian") + ";hsqldb.log_size=10", "sa", "");
  }
}
