package org.quotidian.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;

/**
 * The program in a thread of the test, for starts that are neither killed nor signalled: it saves
 * the seconds in which a new process starts and compiles. The working folder is that of the tests,
 * so its job needs absolute paths. Jobs that run at once share one log.
 */
final class QuotidianThread implements RunningProgram {

  private final StringWriter screen = new StringWriter();
  private final AtomicInteger exitCode = new AtomicInteger(-1);
  private final Thread thread;

  private QuotidianThread(String... arguments) {
    this.thread = new Thread(() -> execute(arguments), String.join(" ", arguments));
    thread.setDaemon(true);
    thread.start();
  }

  static QuotidianThread start(String... arguments) {
    return new QuotidianThread(arguments);
  }

  private void execute(String... arguments) {
    PrintWriter printer = new PrintWriter(screen, true);
    CommandLine program = MainCommand.commandLine().setOut(printer).setErr(printer);
    exitCode.set(program.execute(arguments));
  }

  @Override
  public int exitCode() throws InterruptedException {
    thread.join(Duration.ofSeconds(QuotidianProcess.LONGEST_RUN).toMillis());
    if (thread.isAlive()) {
      end();
      throw new AssertionError("does not end: " + thread.getName() + "\n" + screen);
    }
    return exitCode.get();
  }

  @Override
  public String screen() {
    return screen.toString();
  }

  /** Interrupts what a failed test left running. */
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join(Duration.ofSeconds(QuotidianProcess.LONGEST_RUN).toMillis());
  }
}
