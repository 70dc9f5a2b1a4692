package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitedThreadsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch released = new CountDownLatch(1);
  private @Nullable LimitedThreads threads;

  @AfterEach
  void release() {
    released.countDown();
    if (threads != null) {
      threads.destroy();
    }
  }

  @Test
  void workThatDoesNotHeedItsInterruptLosesItsPlaceToAnother() throws Exception {
    LimitedThreads one = threads(1, Duration.ofMillis(200));

    Future<@Nullable String> stuck = one.submit(work(this::waitWhateverComes));
    Future<@Nullable String> next = one.submit(work(() -> "done"));

    assertThat(get(stuck)).isEqualTo("late");
    assertThat(get(next)).isEqualTo("done");
  }

  @Test
  void anInterruptReachesNoOtherWork() throws Exception {
    LimitedThreads one = threads(1, Duration.ofMillis(200));

    get(one.submit(work(this::waitUntilInterrupted)));

    for (int i = 0; i < 5; i++) {
      assertThat(get(one.submit(work(() -> "" + Thread.currentThread().isInterrupted()))))
          .isEqualTo("false");
    }
  }

  @Test
  void whatAWorkThrowsIsThrownToWhoeverWaits() {
    LimitedThreads one = threads(1, LONG);
    Future<@Nullable String> failed =
        one.submit(
            work(
                () -> {
                  throw new IllegalStateException("broken");
                }));

    assertThatThrownBy(() -> get(failed))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("broken");
  }

  @Test
  void aStopGivesRunningWorkUp() throws Exception {
    LimitedThreads one = threads(1, LONG);
    CompletableFuture<@Nullable String> running = one.submit(work(this::waitWhateverComes));

    stop.request();

    assertThat(get(running)).isNull();
  }

  @Test
  void timeForSomethingElseDoesNotCount() throws Exception {
    LimitedThreads one = threads(1, Duration.ofMillis(300));

    Future<@Nullable String> result =
        one.submit(
            new LimitedThreads.Work<>() {
              @Override
              public String run(Deadline deadline) {
                deadline.putOffFor(() -> sleep(900));
                return "done";
              }

              @Override
              public String late() {
                return "late";
              }
            });

    assertThat(get(result)).isEqualTo("done");
  }

  private LimitedThreads threads(int number, Duration limit) {
    LimitedThreads made = new LimitedThreads(number, limit, stop);
    threads = made;
    return made;
  }

  private static @Nullable String get(Future<@Nullable String> result) throws Exception {
    return result.get(20, TimeUnit.SECONDS);
  }

  private static LimitedThreads.Work<String> work(Supplier<String> run) {
    return new LimitedThreads.Work<>() {
      @Override
      public String run(Deadline deadline) {
        return run.get();
      }

      @Override
      public String late() {
        return "late";
      }
    };
  }

  private String waitWhateverComes() {
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException e) {
        continue; // on purpose
      }
    }
    return "too late";
  }

  private String waitUntilInterrupted() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the flag stays set, as some libraries leave it
    }
    return "too late";
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
