package org.quotidian.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.Inputs;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobFileException;
import org.quotidian.job.JobSettings;
import org.quotidian.nlp.Pipelines;
import org.quotidian.quote.QuoteFinder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The job file and what the command line changes in it. */
final class JobOptions {

  /** What a job file names that the program must have. */
  static final List<JobFile.Check> CHECKS =
      List.of(
          new JobFile.Check("languages", JobOptions::unknownLanguage),
          new JobFile.Check("encoding", JobOptions::unknownEncoding),
          ProcessLocale.OUTPUT,
          ProcessLocale.DATABASE);

  @Parameters(
      index = "0",
      paramLabel = "JOB.yml",
      description = "The job file. Relative paths in it hold against the working folder.")
  private Path jobFile = Path.of("");

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "File, folder or glob to read instead of the job file's; may be repeated.")
  private List<String> inputs = List.of();

  @Option(names = "--output", paramLabel = "DIR", description = "Folder to write to.")
  private @Nullable String output;

  @Option(names = "--threads", paramLabel = "N", description = "Articles at once; 0: all cores.")
  private @Nullable Integer threads;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any other key of the job file, such as limits.seconds=30; may be repeated.")
  private Map<String, String> settings = Map.of();

  /**
   * Reads the job file.
   *
   * @throws JobFileException naming every mistake
   */
  JobSettings read() {
    return read(Map.of());
  }

  JobSettings read(Map<String, String> more) {
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
    return JobFile.read(jobFile, overrides, CHECKS);
  }

  private static Optional<String> unknownLanguage(JobSettings job) {
    return job.languages().stream()
        .filter(code -> !Pipelines.supports(code) || !QuoteFinder.supports(code))
        .findFirst()
        .map(
            code ->
                "'"
                    + code
                    + "' has no word lists and models; known: "
                    + new TreeSet<>(Pipelines.languages()));
  }

  private static Optional<String> unknownEncoding(JobSettings job) {
    try {
      var unused = Inputs.reading(job);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
