package org.quotidian.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How long to wait for another process that uses the database.
 *
 * @param longest the longest wait
 * @param say receives one message about whom it waits for
 * @param stopped whether to stop waiting
 */
public record Patience(Duration longest, Consumer<String> say, BooleanSupplier stopped) {

  /** The patience of a run with readers: longer than the time limit of {@code sql}. */
  public static final Duration OF_A_RUN = Duration.ofMinutes(15);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  public Patience(Duration longest, Consumer<String> say) {
    this(longest, say, () -> false);
  }

  /** Without a message. */
  public static Patience of(Duration longest) {
    return new Patience(longest, said -> {});
  }

  /**
   * Asks repeatedly.
   *
   * @param reason whom it waits for
   * @return empty if there was no answer in time
   * @throws CancellationException if it was stopped
   */
  <T> Optional<T> wait(Supplier<Optional<T>> question, Supplier<String> reason) {
    long begin = System.nanoTime();
    boolean said = false;
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer;
      }
      if (stopped.getAsBoolean()) {
        throw new CancellationException("stopped while it waited");
      }
      long waited = System.nanoTime() - begin;
      if (waited >= longest.toNanos()) {
        return Optional.empty();
      }
      if (!said && waited > 10 * BETWEEN_LOOKS.toNanos()) { // shorter waits need no message
        say.accept("Waiting for " + reason.get());
        said = true;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while it waited");
    }
  }
}
