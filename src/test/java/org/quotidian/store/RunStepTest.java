package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunStepTest {

  private static final Instant BEGIN = Instant.parse("2026-05-04T02:15:00Z");
  private static final Instant NOW = BEGIN.plusSeconds(60);

  private static RunStep step(String status, @Nullable Instant end, long written) {
    return new RunStep("extract", status, BEGIN, end, written, written);
  }

  @Test
  void aStepThatIsOverTookUntilItsEnd() {
    RunStep over = step("COMPLETED", BEGIN.plusSeconds(4), 10);

    assertThat(over.duration()).contains(Duration.ofSeconds(4));
    assertThat(over.duration(NOW)).isEqualTo(Duration.ofSeconds(4));
    assertThat(over.rate()).contains(2.5);
  }

  @Test
  void aStepAtWorkTakesUntilNow() {
    RunStep atWork = step("STARTED", null, 10);

    assertThat(atWork.duration()).isEmpty();
    assertThat(atWork.duration(NOW)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void howLongAStepTookThatWasCutOffNobodyKnows() {
    assertThat(step("FAILED", null, 10).duration(NOW)).isZero();
  }

  @Test
  void aRateNeedsItemsAndTime() {
    assertThat(step("COMPLETED", BEGIN.plusSeconds(4), 0).rate()).isEmpty();
    assertThat(step("COMPLETED", BEGIN, 10).rate()).isEmpty();
  }
}
