package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading an HSQLDB file does not disturb a run. */
@Tag("process")
class LookLockTest {

  private static final Patience NONE = Patience.of(Duration.ZERO);

  @TempDir private Path folder;

  @Test
  void aRunWaitsForOneWhoLooksAndSaysSoOnce() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    CompletableFuture<RunLock> run;
    try (LookLock look = LookLock.acquire(address(), "sql", NONE)) {
      run = CompletableFuture.supplyAsync(() -> acquire(said));
      while (said.isEmpty()) {
        Thread.sleep(10);
      }
      assertThat(run).isNotDone();
      assertThat(RunLock.holder(address(), "c")).as("a second run is refused").isPresent();
    }
    try (RunLock lock = run.join()) {
      assertThat(said)
          .containsExactly(
              "Waiting for "
                  + LockHolder.ofThisProcess()
                  + " (sql), which is reading the database");
    }
  }

  private RunLock acquire(List<String> said) {
    return RunLock.acquire(address(), "c", new Patience(Duration.ofMinutes(1), said::add));
  }

  @Test
  void itsPatienceHasAnEndAndItsWaitCanBeStopped() {
    try (LookLock look = LookLock.acquire(address(), "sql", NONE)) {
      assertThatThrownBy(() -> RunLock.acquire(address(), "c", NONE))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll("" + LockHolder.ofThisProcess(), "(sql)", "is still reading");
      assertThat(RunLock.holder(address(), "c")).isEmpty();

      Patience stopped = new Patience(Duration.ofMinutes(1), said -> {}, () -> true);
      assertThatThrownBy(() -> RunLock.acquire(address(), "c", stopped))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void whoLooksWaitsForTheRunIfItWantsTo() {
    try (RunLock run = RunLock.acquire(address(), "c")) {
      run.progress("run 3: 12 of 40 articles");

      assertThatThrownBy(
              () ->
                  LookLock.acquireUnlessRunning(
                      address(), "status", Patience.of(Duration.ofMinutes(1))))
          .isInstanceOf(AlreadyRunningException.class)
          .hasMessageContaining("12 of 40 articles");
      assertThatThrownBy(() -> LookLock.acquire(address(), "sql", NONE))
          .isInstanceOf(AlreadyRunningException.class)
          .hasMessageContaining("12 of 40 articles");
    }
    try (LookLock look = LookLock.acquire(address(), "sql", NONE)) {
      assertThat(LookLock.holder(address()).orElseThrow().progress()).isEqualTo("sql");
      assertThat(RunLock.holder(address(), "c")).isEmpty();
    }
    assertThat(LookLock.holder(address())).isEmpty();
  }

  /** Other processes continuously check whether there is a run, read, and leave again. */
  @Test
  void runsBeginWhileManyLook() throws Exception {
    List<Process> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      others.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Looking.class.getName(),
                  address().url())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    for (Process other : others) {
      assertThat(other.getInputStream().read()).as("it has begun").isEqualTo('.');
    }
    for (int i = 0; i < 50; i++) {
      RunLock.acquire(address(), "c").close();
    }
    for (Process other : others) {
      other.getOutputStream().close();
      assertThat(new String(other.getInputStream().readAllBytes(), "UTF-8")).contains("looked");
      assertThat(other.waitFor()).isZero();
    }
  }

  /** A process that reads continuously until its input ends. */
  static final class Looking {

    private Looking() {}

    public static void main(String[] arguments) throws Exception {
      DatabaseAddress address = new DatabaseAddress(arguments[0], "sa", "");
      System.out.print('.');
      System.out.flush();
      CompletableFuture<Integer> end =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return System.in.read();
                } catch (java.io.IOException e) {
                  return -1;
                }
              });
      int looks = 0;
      while (!end.isDone()) {
        RunLock.holder(address, "c");
        try (LookLock look =
            LookLock.acquire(address, "status", Patience.of(Duration.ofSeconds(9)))) {
          looks++;
        } catch (AlreadyRunningException e) {
          System.err.println("gave up: " + e.getMessage());
        }
      }
      System.out.print(looks > 0 ? "looked" : "never looked");
      System.out.flush();
    }
  }

  private DatabaseAddress address() {
    return new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db/quotidian"), "sa", "");
  }
}
