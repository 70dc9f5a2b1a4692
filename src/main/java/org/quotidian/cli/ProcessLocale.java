package org.quotidian.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;

/**
 * Detects names that Java cannot handle in the locale of the process. Java decodes arguments and
 * names files in the locale's charset, which it reads from the environment at its start; under a
 * timer or in a container that is often ASCII. {@code bin/quotidian} sets another locale.
 */
final class ProcessLocale {

  private static final char LOST = '\uFFFD';

  /**
   * Checks paths that libraries open by name. The program itself opens inputs and {@code
   * metrics.file} by their bytes.
   */
  static final JobFile.Check OUTPUT = namesAFile("output", job -> Path.of(job.output()));

  static final JobFile.Check DATABASE =
      namesAFile("database.url", job -> BatchApplication.address(job).file());

  private ProcessLocale() {}

  /** A message about an argument or working folder that Java could not decode. */
  static Optional<String> unreadable(String... arguments) {
    if (charset().equalsIgnoreCase("UTF-8")) {
      return Optional.empty(); // the character was really in the argument
    }
    return Stream.concat(
            Stream.of(arguments).map(argument -> "the argument '" + argument + "'"),
            Stream.of("the working folder " + System.getProperty("user.dir")))
        .filter(text -> text.indexOf(LOST) >= 0)
        .findFirst()
        .map(text -> text + " has characters that cannot be read: " + reason());
  }

  private static JobFile.Check namesAFile(String key, Function<JobSettings, ?> path) {
    return new JobFile.Check(
        key,
        job -> {
          try {
            var unused = path.apply(job);
            return Optional.empty();
          } catch (InvalidPathException e) {
            boolean ascii = e.getInput().chars().allMatch(c -> c < 0x80);
            return Optional.of(
                ascii
                    ? "is not a path: " + e.getReason()
                    : "'"
                        + e.getInput()
                        + "' has characters that file names cannot have here: "
                        + reason());
          }
        });
  }

  private static String reason() {
    return "the locale of this process supports only "
        + charset()
        + "; set LC_ALL=C.UTF-8, or use bin/quotidian, which does so";
  }

  private static String charset() {
    return System.getProperty("sun.jnu.encoding", "UTF-8");
  }
}
