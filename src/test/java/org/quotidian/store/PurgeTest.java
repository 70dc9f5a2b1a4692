package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurgeTest {

  private static final Instant NOW = Instant.parse("2026-05-04T02:15:00Z");

  @Test
  void runsSinceTheNewestThatCameToItsEndAreKept() {
    List<Run> runs =
        List.of(
            run(7, "news", Run.Status.FAILED),
            run(6, "news", Run.Status.ABANDONED), // it may have changed rows
            run(5, "news", Run.Status.COMPLETED),
            run(4, "other", Run.Status.STOPPED),
            run(3, "other", Run.Status.ABANDONED), // never completed, so nothing is up to date
            run(2, "news", Run.Status.ABANDONED),
            run(1, "news", Run.Status.COMPLETED));

    assertThat(Purge.old(runs, 0, NOW)).extracting(Run::runId).containsExactly(3, 2, 1);
  }

  private static Run run(int number, String corpus, Run.Status status) {
    return new Run(
        number,
        corpus,
        status,
        false,
        "",
        "",
        "",
        null,
        null,
        NOW.minusSeconds(60),
        null,
        0,
        0,
        0,
        0,
        0,
        "",
        "");
  }
}
