package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CorpusOwnerTest {

  @Test
  void whereALockCannotGetLostNothingIsChecked() throws SQLException {
    TestDatabase.HSQLDB.empty();
    CorpusOwner owner = new CorpusOwner(RunLock.acquire(TestDatabase.HSQLDB.address(), "c"), "c");

    owner.take(TestDatabase.HSQLDB.dataSource());

    try (Connection connection = TestDatabase.HSQLDB.dataSource().getConnection()) {
      owner.check(connection);
    }
  }

  @Nested
  @Tag("server")
  class OnPostgres extends StoreTest {

    @Test
    void theOwnerWritesUntilAnotherTakesTheCorpus() throws SQLException {
      try (RunLock lock = RunLock.acquire(database.address(), "news");
          RunLock otherLock = RunLock.acquire(database.address(), "other");
          Connection connection = database.dataSource().getConnection()) {
        CorpusOwner owner = new CorpusOwner(lock, "news");
        owner.check(connection); // before it has taken the corpus, as while the schema is created
        owner.take(database.dataSource());
        new CorpusOwner(otherLock, "other").take(database.dataSource());
        owner.check(connection);

        new CorpusOwner(lock, "news").take(database.dataSource());

        assertThatThrownBy(() -> owner.check(connection))
            .isInstanceOf(StoreException.class)
            .hasMessageContainingAll(
                "This run has lost corpus news", "another run has begun since then", "is kept");
      }
    }

    @Test
    void whoTakesTheCorpusWaitsForTheTransactionAtWork() throws Exception {
      try (RunLock lock = RunLock.acquire(database.address(), "news");
          Connection atWork = database.dataSource().getConnection()) {
        CorpusOwner owner = new CorpusOwner(lock, "news");
        owner.take(database.dataSource());
        atWork.setAutoCommit(false);
        owner.check(atWork);

        CompletableFuture<Void> taken =
            CompletableFuture.runAsync(
                () -> new CorpusOwner(lock, "news").take(database.dataSource()));
        while (waiting() == 0) {
          TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(taken).isNotDone();
        atWork.commit();
        taken.join();

        assertThatThrownBy(() -> owner.check(atWork)).isInstanceOf(StoreException.class);
        atWork.rollback();
        atWork.setAutoCommit(true);
      }
    }

    private int waiting() {
      return client
          .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
          .query(Integer.class)
          .single();
    }
  }
}
