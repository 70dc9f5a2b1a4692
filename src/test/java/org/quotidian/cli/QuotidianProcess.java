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

/** The real program in a process of its own, to be killed at will. */
final class QuotidianProcess {

  private static final long LONGEST_RUN = Long.getLong("quotidian.longest.run", 300); // seconds
  private static final Pattern DONE = Pattern.compile(": (\\d+) of \\d+ articles");

  private final Process process;
  private final Path screen;

  private QuotidianProcess(Process process, Path screen) {
    this.process = process;
    this.screen = screen;
  }

  /** Starts it in {@code folder}; what it prints goes to a file there. */
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
    command.add("-XX:TieredStopAtLevel=1"); // short lives: compile quickly
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

  /** As when the machine hangs: the process stands still, its connections stay. */
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

  /** How many articles the run in this database folder says are done, from its lock file. */
  static int progress(Path database) throws IOException {
    Path lock = database.resolve("quotidian.lock");
    Matcher progress = DONE.matcher(Files.exists(lock) ? Files.readString(lock) : "");
    return progress.find() ? Integer.parseInt(progress.group(1)) : -1;
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill}, or a service manager's stop. */
  void terminate() {
    process.destroy();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(LONGEST_RUN, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("does not end: " + pid());
    }
    return process.exitValue();
  }

  String screen() throws IOException {
    return Files.readString(screen);
  }
}
