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
 * What the locale of the process keeps from Java. It reads arguments and names files in the
 * locale's charset, which it takes from the environment before any of its code runs; under a timer
 * or in a container that is often ASCII. {@code bin/quotidian} sets another.
 */
final class ProcessLocale {

  private static final char LOST = '\uFFFD';

  /**
   * Paths that libraries open by their name; inputs and {@code metrics.file} we open by their
   * bytes.
   */
  static final JobFile.Check OUTPUT = namesAFile("output", job -> Path.of(job.output()));

  static final JobFile.Check DATABASE =
      namesAFile("database.url", job -> BatchApplication.address(job).file());

  private ProcessLocale() {}

  /** What to tell who gave arguments, or works in a folder, that Java could not read. */
  static Optional<String> unreadable(String... arguments) {
    if (charset().equalsIgnoreCase("UTF-8")) {
      return Optional.empty(); // it was written so
    }
    return Stream.concat(
            Stream.of(arguments).map(argument -> "the argument '" + argument + "'"),
            Stream.of("the working folder " + System.getProperty("user.dir")))
        .filter(text -> text.indexOf(LOST) >= 0)
        .findFirst()
        .map(text -> text + " has letters that cannot be read: " + reason());
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
                    ? "is no path: " + e.getReason()
                    : "'"
                        + e.getInput()
                        + "' has letters that files cannot have here: "
                        + reason());
          }
        });
  }

  private static String reason() {
    return "the locale of this process has "
        + charset()
        + " only; set LC_ALL=C.UTF-8, or use bin/quotidian, which does";
  }

  private static String charset() {
    return System.getProperty("sun.jnu.encoding", "UTF-8");
  }
}
