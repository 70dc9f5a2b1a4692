package org.quotidian.benchmark;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.quotidian.batch.GeneratedArticles;
import org.quotidian.batch.TestRun;
import org.quotidian.job.JobFile;

/**
 * Measures the speed of the program, on the same texts in one run, each figure in a process of its
 * own; stages and threads with {@link StageBenchmark}. Look at the ratios: times are those of this
 * machine at this moment.
 */
final class Benchmark {

  private static final Path INPUT = Path.of("input"); // the samples

  private static final List<String> STAGES =
      List.of("read", "language", "sentences", "entities", "quotes", "signature");

  private static final List<Integer> THREADS = List.of(1, 2, 4);
  private static final List<String> SAMPLES = List.of(BenchmarkTexts.SAMPLES.split(","));

  private static final List<String> JOB_FLAGS = List.of("@bin/job.options");
  private static final int JOB_THREADS = 2;
  private static final int ROUNDS = 3;
  private static final List<Integer> OTHERS = List.of(0, 1_000, 15_000); // articles
  private static final List<Integer> IDLE = List.of(15, 15_000); // articles
  private static final int COPIES = 60; // of each sample article

  private final int most;
  private final List<String> texts;
  private final Path folder = Files.createTempDirectory("quotidian-benchmark");

  private Benchmark(int most, List<String> texts) throws IOException {
    this.most = most;
    this.texts = texts;
  }

  /**
   * @param arguments one, parts separated by commas: the largest number of articles of each
   *     language; files, folders, globs (the samples)
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments[0].split(","));
    List<String> texts = given.subList(1, given.size());
    new Benchmark(Integer.parseInt(given.get(0)), texts.isEmpty() ? SAMPLES : texts).print();
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
    line("English", english);
    line("Vietnamese", vietnamese);
    System.out.printf(
        Locale.ROOT,
        "Vietnamese is %.2f times as fast as English, by tokens%n%n",
        speed(vietnamese) / speed(english));
    stages("English", "en");
    stages("Vietnamese", "vi");
    System.out.println();
    threads("English", "en");
    threads("Vietnamese", "vi");
    System.out.println();
    starts();
    besideOthers();
    idleNights();
    compare(english);
    job();
  }

  private Figures ours(String language) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(language, String.valueOf(most)));
    arguments.addAll(texts);
    return Figures.of(List.of("-Xmx1g"), OurFigures.class, arguments);
  }

  private static double speed(Figures figures) {
    return figures.get("tokens") / figures.get("CPU");
  }

  private static void line(String name, Figures figures) {
    System.out.printf(
        Locale.ROOT,
        "%-34s %9.0f %9.0f %9.3f %9.0f %7.0f%n",
        name,
        figures.get("articles"),
        figures.get("tokens"),
        figures.get("CPU"),
        speed(figures),
        figures.get("MB"));
  }

  private void stages(String name, String language) throws RunnerException {
    Map<String, Double> microseconds = new LinkedHashMap<>();
    for (String stage : STAGES) {
      microseconds.put(stage, 1e6 / tokensASecond(stage, language, 1));
    }
    double sum = microseconds.values().stream().mapToDouble(Double::doubleValue).sum();
    microseconds.forEach(
        (stage, each) ->
            System.out.printf(
                Locale.ROOT,
                "%-10s %-23s %9.3f µs a token %6.1f %%%n",
                name,
                stage,
                each,
                100 * each / sum));
  }

  private void threads(String name, String language) throws RunnerException {
    double one = 0;
    for (int threads : THREADS) {
      double speed = tokensASecond("annotate", language, threads);
      one = one == 0 ? speed : one;
      System.out.printf(
          Locale.ROOT,
          "%-10s %d thread%s %25.0f tokens/s %6.2f times one (%d cores)%n",
          name,
          threads,
          threads == 1 ? " " : "s",
          speed,
          speed / one,
          Runtime.getRuntime().availableProcessors());
    }
  }

  private double tokensASecond(String stage, String language, int threads) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(StageBenchmark.class.getName() + "." + stage + "$")
            .param("language", language)
            .param("most", String.valueOf(most))
            .param("texts", String.join(",", texts))
            .threads(threads)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).runSingle().getSecondaryResults().get("tokens").getScore();
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
            .formatted(INPUT.toAbsolutePath() + "/en/*.txt", folder, folder));
    start("--help", List.of("--help"));
    start("run, one English article", one("en", job));
    start("run, nothing new", one("en", job));
    start("run, one Vietnamese article", one("vi", job));
    start("status", List.of("status", job.toString()));
    System.out.println();
  }

  private static List<String> one(String language, Path job) throws IOException {
    return List.of("run", job.toString(), "--input", samples(language).get(0).toString());
  }

  private static List<Path> samples(String language) throws IOException {
    try (Stream<Path> files = Files.list(INPUT.resolve(language))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
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

  /** The cost of other corpora in the same database for a corpus of ten articles. */
  private void besideOthers() throws Exception {
    Map<Integer, List<Double>> seconds = new LinkedHashMap<>();
    for (int others : OTHERS) {
      Path place = folder.resolve("beside" + others);
      if (others > 0) {
        TestRun.of(JobFile.read(generated(place, "others", others), Map.of(), List.of()));
      }
      Path job = generated(place, "small", 10);
      Figures.of(JOB_FLAGS, CommandFigures.class, List.of("run", job.toString()));
      double[] nothingNew = new double[ROUNDS];
      double[] oneNew = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        nothingNew[round] = seconds(job);
        GeneratedArticles.write(place.resolve("small/round" + round), 1, round);
        oneNew[round] = seconds(job);
      }
      seconds.put(
          others, List.of(median(DoubleStream.of(nothingNew)), median(DoubleStream.of(oneNew))));
    }
    List<Double> alone = seconds.getOrDefault(0, List.of());
    seconds.forEach(
        (others, each) ->
            System.out.printf(
                Locale.ROOT,
                "10 articles beside %,6d: nothing new %6.2f CPU s, %4.2f times alone; one new %6.2f"
                    + " CPU s, %4.2f times alone%n",
                others,
                each.get(0),
                each.get(0) / alone.get(0),
                each.get(1),
                each.get(1) / alone.get(1)));
    System.out.println();
  }

  /** What a run costs that finds nothing new, over many files beside few. */
  private void idleNights() throws Exception {
    double[] seconds = new double[IDLE.size()];
    for (int i = 0; i < seconds.length; i++) {
      Path job = generated(folder.resolve("idle" + IDLE.get(i)), "idle", IDLE.get(i));
      TestRun.of(JobFile.read(job, Map.of(), List.of()));
      seconds(job); // the first has the files' times confirmed
      double[] nights = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        nights[round] = seconds(job);
      }
      seconds[i] = median(DoubleStream.of(nights));
      System.out.printf(
          Locale.ROOT,
          "nothing new in %,6d articles: %6.2f CPU s, %4.2f times those of %d%n",
          IDLE.get(i),
          seconds[i],
          seconds[i] / seconds[0],
          IDLE.get(0));
    }
    System.out.println();
  }

  private static double seconds(Path job) throws Exception {
    return Figures.of(JOB_FLAGS, CommandFigures.class, List.of("run", job.toString())).get("CPU");
  }

  /** A job on this many generated articles, in the database of the folder. */
  private static Path generated(Path folder, String corpus, int articles) throws IOException {
    GeneratedArticles.write(folder.resolve(corpus).resolve("first"), articles, articles);
    return Files.writeString(
        folder.resolve(corpus + ".yml"),
        """
        corpus: %1$s
        input: ["%2$s/%1$s"]
        output: "%2$s/output/%1$s"
        database: {url: "jdbc:hsqldb:file:%2$s/database/quotidian"}
        """
            .formatted(corpus, folder));
  }

  private void compare(Figures english) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("en", String.valueOf(most)));
    arguments.addAll(texts);
    Figures theirs = Figures.of(List.of("-Xmx6g"), CoreNlpFigures.class, arguments);
    line("CoreNLP", theirs);
    System.out.printf(
        Locale.ROOT,
        "English is %.1f times as fast as CoreNLP's %s, by CPU s of the same articles%n",
        theirs.get("CPU") / english.get("CPU"),
        CoreNlpFigures.ANNOTATORS);
  }

  /**
   * The cost of finding, reading, the database and the CSV files compared with the annotators: the
   * job and {@link BareLoopFigures}, both including start and compilation of Java. Without the
   * report, whose cost does not grow with the articles of a night.
   */
  private void job() throws Exception {
    List<String> input = texts.equals(SAMPLES) ? List.of(copies().toString()) : texts;
    List<Figures> bare = new ArrayList<>();
    List<Figures> whole = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<String> loop = new ArrayList<>(List.of(String.valueOf(JOB_THREADS)));
      loop.addAll(input);
      bare.add(Figures.of(JOB_FLAGS, BareLoopFigures.class, loop));
      Path job = emptyJob(input, folder.resolve("round" + round));
      whole.add(Figures.of(JOB_FLAGS, CommandFigures.class, List.of("run", job.toString())));
    }
    System.out.printf(
        Locale.ROOT,
        "%n%.0f articles on %d threads, medians of %d:%n"
            + "bare loop %32.2f CPU s%nwhole job %32.2f CPU s %9.2f times the loop%n",
        bare.get(0).get("articles"),
        JOB_THREADS,
        ROUNDS,
        median(bare.stream().mapToDouble(loop -> loop.get("CPU"))),
        median(whole.stream().mapToDouble(job -> job.get("CPU"))),
        median(
            IntStream.range(0, ROUNDS)
                .mapToDouble(round -> whole.get(round).get("CPU") / bare.get(round).get("CPU"))));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static Path emptyJob(List<String> input, Path folder) throws IOException {
    String paths =
        input.stream()
            .map(path -> '"' + Path.of(path).toAbsolutePath().toString() + '"')
            .collect(joining(", "));
    return Files.writeString(
        Files.createDirectories(folder).resolve("job.yml"),
        """
        corpus: benchmark
        input: [%s]
        output: "%s/output"
        threads: %d
        report: {enabled: false}
        database: {url: "jdbc:hsqldb:file:%s/database/quotidian"}
        """
            .formatted(paths, folder, JOB_THREADS, folder));
  }

  /** Many copies of the samples. */
  private Path copies() throws IOException {
    Path copies = folder.resolve("input");
    for (String language : List.of("en", "vi")) {
      for (Path file : samples(language)) {
        for (int i = 0; i < COPIES; i++) {
          Path copy = copies.resolve(language).resolve(i + "-" + file.getFileName());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return copies;
  }
}
