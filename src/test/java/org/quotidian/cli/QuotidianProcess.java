package org.quotidian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program in its own process, which can be killed. */
final class QuotidianProcess implements RunningProgram {

  static final long LONGEST_RUN = Long.getLong("quotidian.longest.run", 300); // seconds
  private static final Pattern DONE = Pattern.compile(": (\\d+) of \\d+ articles");

  private final Process process;
  private final Path screen;

  private QuotidianProcess(Process process, Path screen) {
    this.process = process;
    this.screen = screen;
  }

  /** Starts it in {@code folder}; its output goes to a file there. */
  static QuotidianProcess start(Path folder, String... arguments) throws IOException {
    return start(folder, "org.quotidian.Quotidian", Map.of(), arguments);
  }

  /** Starts any program of the class path. */
  static QuotidianProcess start(
      Path folder, String mainClass, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(folder, ClassArchive.flags(), mainClass, environment, arguments);
  }

  static QuotidianProcess start(
      Path folder,
      List<String> flags,
      String mainClass,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1000m");
    // It runs only for a short time, so it should compile quickly.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(flags);
    command.add(mainClass);
    command.addAll(List.of(arguments));
    Path screen = Files.createTempFile(folder, "screen", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile());
    builder.environment().putAll(environment);
    return new QuotidianProcess(builder.start(), screen);
  }

  /** Simulates a hanging machine: the process stops, but its connections stay open. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    if (exit != 0) {
      throw new IOException("kill -" + name + " ended with " + exit);
    }
  }

  /**
   * The number of finished articles according to the lock file of the run in this database folder.
   */
  static int progress(Path database) throws IOException {
    Path lock = database.resolve("quotidian.lock");
    Matcher progress = DONE.matcher(Files.exists(lock) ? Files.readString(lock) : "");
    return progress.find() ? Integer.parseInt(progress.group(1)) : -1;
  }

  /** Like {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Like {@code kill}, or a stop by a service manager. */
  void terminate() {
    process.destroy();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(LONGEST_RUN, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("does not end: " + pid());
    }
    return process.exitValue();
  }

  @Override
  public String screen() throws IOException {
    return Files.readString(screen);
  }
}
