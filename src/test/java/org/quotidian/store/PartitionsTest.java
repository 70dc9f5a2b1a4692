package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("server")
class PartitionsTest extends StoreTest {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration OVER = Duration.ofSeconds(-1);

  private Partitions partitions() {
    return new Partitions(jdbc);
  }

  private Run found(int articles) {
    Run run = begin("news");
    find(run, IntStream.range(0, articles).mapToObj(i -> "a" + i).toArray(String[]::new));
    return run;
  }

  private RunPartition claim() {
    return partitions().claimNext("news", "f", "worker", LEASE).orElseThrow();
  }

  @Test
  void whatIsLeftIsCutIntoPartsOfTheSameSize() {
    Run run = found(10);
    write(run, "a0", "a5");

    assertThat(partitions().cut(run, 4, "f")).containsExactly(0, 1, 2, 3);

    List<RunPartition> parts = IntStream.range(0, 4).mapToObj(i -> claim()).toList();
    assertThat(parts).extracting(RunPartition::articles).containsExactly(2, 2, 2, 2);
    assertThat(parts).extracting(RunPartition::firstSeq).containsExactly(1, 3, 6, 8);
    assertThat(parts).extracting(RunPartition::lastSeq).containsExactly(2, 4, 7, 9);
    assertThat(partitions().waiting(run.runId())).isEmpty();
  }

  @Test
  void thereAreNoMorePartsThanArticles() {
    assertThat(partitions().cut(found(2), 8, "f")).hasSize(2);
    assertThat(partitions().cut(begin("news"), 8, "f")).isEmpty();
  }

  @Test
  void aPartIsClaimedOnce() {
    Run run = found(1);
    partitions().cut(run, 1, "f");

    RunPartition held = claim();

    assertThat(held.runId()).isEqualTo(run.runId());
    assertThat(partitions().claimNext("news", "f", "other", LEASE)).isEmpty();
    assertThat(partitions().claim(run.runId(), held.part(), "news", "f", "other", LEASE)).isEmpty();
  }

  @Test
  void aPartOfAnotherCorpusOrProgramIsNotClaimed() {
    Run run = found(1);
    partitions().cut(run, 1, "f");

    assertThat(partitions().claimNext("other", "f", "w", LEASE)).isEmpty();
    assertThat(partitions().claimNext("news", "other", "w", LEASE)).isEmpty();
    assertThat(partitions().claim(run.runId(), 0, "other", "f", "w", LEASE)).isEmpty();
    assertThat(partitions().otherFingerprint("news", "other")).contains("f");
    assertThat(partitions().otherFingerprint("news", "f")).isEmpty();
    assertThat(partitions().claim(run.runId(), 0, "news", "f", "w", LEASE)).isPresent();
  }

  @Test
  void theTallySaysHowFarTheyAre() {
    Run run = found(4);
    partitions().cut(run, 4, "f");
    partitions().advance(claim(), 1, LEASE);
    assertThat(partitions().finish(claim())).isTrue();
    assertThat(partitions().fail(claim(), "it \0 broke")).isTrue();

    PartitionTally tally = partitions().tally(run.runId());

    assertThat(tally).isEqualTo(new PartitionTally(1, 1, 1, 1, 1, "2 (attempts: 1): it   broke"));
    assertThat(tally.isOver()).isFalse();
    assertThat(partitions().tally(-1)).isEqualTo(new PartitionTally(0, 0, 0, 0, 0, ""));
    assertThat(partitions().tally(-1).isOver()).isTrue();
  }

  @Test
  void aLeaseThatRanOutIsTakenBackAndItsWorkerWritesNoMore() {
    Run run = found(1);
    partitions().cut(run, 1, "f");
    RunPartition held = partitions().claimNext("news", "f", "worker", OVER).orElseThrow();

    assertThat(partitions().expire(run.runId())).containsExactly(0);

    assertThat(partitions().renew(held, LEASE)).isFalse();
    assertThat(partitions().finish(held)).isFalse();
    assertThat(partitions().release(held, "")).isFalse();
    assertThat(partitions().fail(held, "")).isFalse();
    assertThatThrownBy(() -> partitions().advance(held, 1, LEASE))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("partition 0 of run " + run.runId() + " was taken back");
    RunPartition again = claim();
    assertThat(again.token()).isNotEqualTo(held.token());
    assertThatThrownBy(() -> partitions().advance(held, 1, LEASE))
        .isInstanceOf(LeaseLostException.class);
    partitions().advance(again, 1, LEASE);
    assertThat(partitions().tally(run.runId()).articles()).isEqualTo(1);
  }

  @Test
  void aLeaseThatIsRenewedDoesNotRunOut() {
    Run run = found(2);
    partitions().cut(run, 2, "f");
    RunPartition renewed = partitions().claimNext("news", "f", "worker", OVER).orElseThrow();
    RunPartition advanced = partitions().claimNext("news", "f", "worker", OVER).orElseThrow();

    assertThat(partitions().renew(renewed, LEASE)).isTrue();
    partitions().advance(advanced, 1, LEASE);

    assertThat(partitions().expire(run.runId())).isEmpty();
  }

  @Test
  void theSessionsOfAWorkerWhoseLeaseRanOutAreEnded() throws SQLException {
    Run run = found(1);
    partitions().cut(run, 1, "f");
    try (Connection hanging = connect("hanging worker")) {
      partitions().claimNext("news", "f", "hanging worker", OVER);
      partitions().expire(run.runId());

      assertThatThrownBy(() -> hanging.createStatement().execute("select 1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // seconds
  void aRowThatIsLockedIsNotWaitedForButTakenBackLater() throws SQLException {
    Run run = found(2);
    partitions().cut(run, 2, "f");
    partitions().claimNext("news", "f", "worker", OVER);
    partitions().claimNext("news", "f", "worker", OVER);
    try (Connection hanging = connect("a session that the worker's name does not tell")) {
      hanging.setAutoCommit(false);
      hanging.createStatement().execute("update run_partition set done = done where part = 0");

      assertThat(partitions().expire(run.runId())).containsExactly(1);

      hanging.rollback();
      assertThat(partitions().expire(run.runId())).containsExactly(0);
    }
  }

  private Connection connect(String applicationName) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("ApplicationName", applicationName);
    return DriverManager.getConnection(database.address().url(), properties);
  }

  @Test
  void aPartThatIsGivenBackWaitsUntilItHasBrokenOffTooOften() {
    Run run = found(1);
    partitions().cut(run, 1, "f");
    for (int attempt = 1; attempt < 10; attempt++) {
      assertThat(partitions().release(claim(), "broke off")).isTrue();
      assertThat(partitions().waiting(run.runId())).containsExactly(0);
    }
    partitions().release(claim(), "broke off again");

    assertThat(partitions().waiting(run.runId())).isEmpty();
    assertThat(partitions().tally(run.runId()).message())
        .isEqualTo("0 (attempts: 10): broke off again");
  }

  @Test
  void aChunkThatCommitsBeginsTheCountOfAttemptsAnew() {
    Run run = found(1);
    partitions().cut(run, 1, "f");
    for (int attempt = 0; attempt < 20; attempt++) {
      RunPartition held = claim();
      partitions().advance(held, 0, LEASE);
      partitions().release(held, "");
    }
    assertThat(partitions().waiting(run.runId())).containsExactly(0);
  }

  @Test
  void partsOfOneCorpusAreWithdrawn() {
    partitions().cut(found(2), 2, "f");
    Run other = begin("other");
    find(other, "a");
    partitions().cut(other, 1, "f");
    RunPartition held = claim();

    partitions().withdraw("news");

    assertThat(partitions().renew(held, LEASE)).isFalse();
    assertThat(partitions().claimNext("news", "f", "worker", LEASE)).isEmpty();
    assertThat(partitions().claimNext("other", "f", "worker", LEASE)).isPresent();
  }
}
