package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final List<String> said = new ArrayList<>();

  @Test
  void itAsksUntilThereIsAnAnswer() {
    AtomicInteger asked = new AtomicInteger();

    Optional<String> answer =
        new Patience(Duration.ofMinutes(1), said::add)
            .wait(
                () -> asked.incrementAndGet() < 3 ? Optional.empty() : Optional.of("free"),
                () -> "process 12");

    assertThat(answer).contains("free");
    assertThat(said).as("of a short wait nothing is said").isEmpty();
  }

  @Test
  void itSaysOnceForWhomItWaitsAndGivesUp() {
    assertThat(
            new Patience(Duration.ofMillis(700), said::add)
                .wait(Optional::empty, () -> "process 12"))
        .isEmpty();

    assertThat(said).containsExactly("Waiting for process 12");
  }

  @Test
  void withoutAnyItAsksOnce() {
    AtomicInteger asked = new AtomicInteger();

    Patience.of(Duration.ZERO)
        .wait(
            () -> {
              asked.incrementAndGet();
              return Optional.empty();
            },
            () -> "");

    assertThat(asked).hasValue(1);
  }

  @Test
  void itCanBeStoppedAndInterrupted() {
    assertThatThrownBy(
            () ->
                new Patience(Duration.ofMinutes(1), said::add, () -> true)
                    .wait(Optional::empty, () -> ""))
        .isInstanceOf(CancellationException.class);

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Patience.of(Duration.ofMinutes(1)).wait(Optional::empty, () -> ""))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
