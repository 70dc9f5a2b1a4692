package org.quotidian.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast the program is, on the same texts in one run, each figure by a process of its own. Look
 * at the ratios: times are those of this machine at this moment.
 */
final class Benchmark {

  private static final String SAMPLES = "input";

  private final int most;
  private final List<String> texts;
  private final Path folder = Files.createTempDirectory("quotidian-benchmark");

  private Benchmark(int most, List<String> texts) throws IOException {
    this.most = most;
    this.texts = texts;
  }

  /**
   * @param arguments one, parts separated by commas: how many articles of each language at most;
   *     files, folders, globs (the samples)
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments[0].split(","));
    List<String> texts = given.subList(1, given.size());
    new Benchmark(
            Integer.parseInt(given.get(0)),
            texts.isEmpty() ? List.of(SAMPLES + "/en/*.txt", SAMPLES + "/vi/*.txt") : texts)
        .print();
    job();
  }

  private void print() throws Exception {
    Figures english = ours("en");
    Figures vietnamese = ours("vi");
    System.out.printf(
        Locale.ROOT,
        "%-34s %9s %9s %9s %9s %7s%n",
        "one thread",
        "articles",
        "tokens",
        "CPU s",
        "tokens/s",
        "MB");
    line("English", english, cpu(english));
    line("Vietnamese", vietnamese, cpu(vietnamese));
    System.out.printf(
        Locale.ROOT,
        "Vietnamese is %.2f times as fast as English, by tokens%n%n",
        speed(vietnamese, cpu(vietnamese)) / speed(english, cpu(english)));
    stages("English", english);
    stages("Vietnamese", vietnamese);
    System.out.println();
    threads("English", english);
    threads("Vietnamese", vietnamese);
    System.out.println();
    starts();
    compare(english);
  }

  private Figures ours(String language) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(language, String.valueOf(most)));
    arguments.addAll(texts);
    return Figures.of(List.of("-Xmx1g"), OurFigures.class, arguments);
  }

  private static double cpu(Figures ours) {
    return ours.get("sentences") + ours.get("entities") + ours.get("quotes");
  }

  private static double speed(Figures figures, double cpu) {
    return figures.get("tokens") / cpu;
  }

  private static void line(String name, Figures figures, double cpu) {
    System.out.printf(
        Locale.ROOT,
        "%-34s %9.0f %9.0f %9.3f %9.0f %7.0f%n",
        name,
        figures.get("articles"),
        figures.get("tokens"),
        cpu,
        speed(figures, cpu),
        figures.get("MB"));
  }

  private static void stages(String name, Figures figures) {
    for (String stage : List.of("sentences", "entities", "quotes")) {
      double cpu = figures.get(stage);
      System.out.printf(
          Locale.ROOT,
          "%-10s %-23s %9.3f CPU s %9.0f tokens/s %6.1f %%%n",
          name,
          stage.equals("sentences") ? "tokens, sentences, tags" : stage,
          cpu,
          speed(figures, cpu),
          100 * cpu / cpu(figures));
    }
  }

  private static void threads(String name, Figures figures) {
    for (int threads : OurFigures.THREADS) {
      double seconds = figures.get("threads" + threads);
      System.out.printf(
          Locale.ROOT,
          "%-10s %d thread%s %23.3f s %9.0f tokens/s %6.2f times one (%d cores)%n",
          name,
          threads,
          threads == 1 ? " " : "s",
          seconds,
          figures.get("tokens") / seconds,
          figures.get("threads1") / seconds,
          Runtime.getRuntime().availableProcessors());
    }
  }

  private void starts() throws Exception {
    Path job = folder.resolve("job.yml");
    Files.writeString(
        job,
        """
        corpus: start
        input: ["%s"]
        output: "%s/output"
        database: {url: "jdbc:hsqldb:file:%s/database/quotidian"}
        """
            .formatted(Path.of(SAMPLES).toAbsolutePath() + "/en/*.txt", folder, folder));
    start("--help", List.of("--help"));
    start("run, one English article", one("en", job));
    start("run, nothing new", one("en", job));
    start("run, one Vietnamese article", one("vi", job));
    start("status", List.of("status", job.toString()));
    System.out.println();
  }

  private static List<String> one(String language, Path job) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(SAMPLES, language))) {
      String first =
          files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().orElseThrow() + "";
      return List.of("run", job.toString(), "--input", first);
    }
  }

  private static void start(String name, List<String> arguments) throws Exception {
    Figures figures = Figures.of(List.of("-Xmx1g"), CommandFigures.class, arguments);
    System.out.printf(
        Locale.ROOT,
        "%-34s %9.2f CPU s %9.2f s %9.0f MB%n",
        name,
        figures.get("CPU"),
        figures.get("seconds"),
        figures.get("MB"));
  }

  private void compare(Figures english) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(most)));
    arguments.addAll(texts);
    Figures theirs = Figures.of(List.of("-Xmx6g"), CoreNlpFigures.class, arguments);
    theirs.put("articles", english.get("articles"));
    line("CoreNLP", theirs, theirs.get("CPU"));
    System.out.printf(
        Locale.ROOT,
        "English is %.1f times as fast as CoreNLP's %s, by CPU s on these articles%n",
        theirs.get("CPU") / cpu(english),
        CoreNlpFigures.ANNOTATORS);
  }

  /** What the whole job costs beside the bare annotators. */
  private static void job() throws IOException, InterruptedException {
    System.out.println();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1500m",
            "-cp",
            System.getProperty("java.class.path"),
            "org.quotidian.batch.JobBenchmark",
            "2", // threads
            "3"); // rounds
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("the benchmark of the job ended with " + exit);
    }
  }
}
