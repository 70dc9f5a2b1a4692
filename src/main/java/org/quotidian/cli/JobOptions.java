package org.quotidian.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quotidian.annotate.Language;
import org.quotidian.job.Inputs;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobFileException;
import org.quotidian.job.JobSettings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The job file and the options that override it. */
final class JobOptions {

  /** Checks that the program knows what the job file names: enough to look at what was found. */
  static final List<JobFile.Check> CHECKS = checks(JobOptions::unknownLanguage);

  /** Checks that the program can find what the job file asks for, too. */
  static final List<JobFile.Check> CHECKS_OF_WORK = checks(JobOptions::missingLanguage);

  @Parameters(
      index = "0",
      paramLabel = "JOB.yml",
      description = "The job file. Paths in it are relative to the working folder.")
  private Path jobFile = Path.of("");

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description =
          "File, folder or glob to read, instead of 'input' in the job file; may be repeated.")
  private List<String> inputs = List.of();

  @Option(names = "--output", paramLabel = "DIR", description = "Folder for the results.")
  private @Nullable String output;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles processed at once; 0: one per core.")
  private @Nullable Integer threads;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets any key of the job file, such as limits.seconds=30; may be repeated.")
  private Map<String, String> settings = Map.of();

  /**
   * Reads the job file for a command that looks at what was found, or tidies it up. The models of
   * its languages may be missing.
   *
   * @throws JobFileException naming every mistake
   */
  JobSettings read() {
    return read(Map.of(), CHECKS);
  }

  /**
   * Reads the job file for a command that finds names and quotes.
   *
   * @param more keys that override those of the job file and the command line
   * @throws JobFileException naming every mistake
   */
  JobSettings readForWork(Map<String, String> more) {
    return read(more, CHECKS_OF_WORK);
  }

  private JobSettings read(Map<String, String> more, List<JobFile.Check> checks) {
    Map<String, String> overrides = new LinkedHashMap<>(settings);
    for (int i = 0; i < inputs.size(); i++) {
      overrides.put("input[" + i + "]", inputs.get(i));
    }
    if (output != null) {
      overrides.put("output", output);
    }
    if (threads != null) {
      overrides.put("threads", threads.toString());
    }
    overrides.putAll(more);
    return JobFile.read(jobFile, overrides, checks);
  }

  private static List<JobFile.Check> checks(Function<JobSettings, Optional<String>> languages) {
    return List.of(
        new JobFile.Check("languages", languages),
        new JobFile.Check("encoding", JobOptions::unknownEncoding),
        ProcessLocale.OUTPUT,
        ProcessLocale.DATABASE);
  }

  private static Optional<String> unknownLanguage(JobSettings job) {
    return problem(
        () ->
            job.languages().stream()
                .filter(name -> !name.equals(Language.AUTO))
                .map(Language::registered)
                .toList());
  }

  private static Optional<String> missingLanguage(JobSettings job) {
    return problem(() -> Language.chosen(job.languages()));
  }

  private static Optional<String> unknownEncoding(JobSettings job) {
    return problem(() -> Inputs.reading(job));
  }

  private static Optional<String> problem(Supplier<?> reading) {
    try {
      var unused = reading.get();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
