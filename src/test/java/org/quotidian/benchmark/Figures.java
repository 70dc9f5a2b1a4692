package org.quotidian.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The measurements of a process, passed on in one line of its output: names and numbers
 * alternating.
 */
final class Figures {

  private static final String MARK = "figures:";

  private final Map<String, Double> figures = new LinkedHashMap<>();

  void put(String name, double figure) {
    figures.put(name, figure);
  }

  double get(String name) {
    Double figure = figures.get(name);
    if (figure == null) {
      throw new IllegalStateException("not measured: " + name);
    }
    return figure;
  }

  /** Passes them to the parent process, with the peak of resident memory in MB (0 if unknown). */
  void tell() throws IOException {
    put("MB", peakMegabytes());
    StringBuilder line = new StringBuilder(MARK);
    figures.forEach((name, figure) -> line.append(' ').append(name).append(' ').append(figure));
    System.out.println(line);
  }

  /** CPU seconds of this process so far, including compiler and garbage collector. */
  static double processCpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status"); // Linux only
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /**
   * Runs a main class of the class path in its own Java process and reads its measurements.
   *
   * @param flags of Java
   * @throws IllegalStateException if it fails or prints no measurements
   */
  static Figures of(List<String> flags, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    String line = output.lines().filter(l -> l.startsWith(MARK)).findFirst().orElse("");
    if (exit != 0 || line.isEmpty()) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%s ended with %d:%n%s", command, exit, output));
    }
    Figures figures = new Figures();
    String[] parts = line.substring(MARK.length()).strip().split(" ");
    for (int i = 0; i < parts.length; i += 2) {
      figures.put(parts[i], Double.parseDouble(parts[i + 1]));
    }
    figures.put("seconds", (System.nanoTime() - start) / 1e9);
    return figures;
  }
}
