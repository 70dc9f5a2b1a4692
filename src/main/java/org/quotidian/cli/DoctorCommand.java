package org.quotidian.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quotidian.annotate.Language;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.OwnFiles;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.model.Version;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.LookLock;
import org.quotidian.store.Patience;
import org.quotidian.store.PostgresRights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doctor}: checks that everything a job needs is present. */
@Command(
    name = "doctor",
    description = {
      "Checks what a job needs: Java, memory, models and, with a job file, its settings, inputs,"
          + " output folder and database.",
      "Exit code 1 if something is missing."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian doctor jobs/nightly.yml")
final class DoctorCommand implements Callable<Integer> {

  private static final long ENOUGH_HEAP = 700; // MB, for the built-in languages
  private static final long ENOUGH_DISK = 1000; // MB

  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "JOB.yml", description = "The job file.")
  private @Nullable Path jobFile;

  private final List<Language> loaded = new ArrayList<>();
  private boolean healthy = true;

  /** A check: returns what it found, or throws an exception that says what is wrong. */
  @FunctionalInterface
  private interface Check {
    String find() throws Exception;
  }

  @Override
  public Integer call() {
    check("program", () -> "Quotidian " + Version.current());
    check("Java", () -> Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    check("memory", DoctorCommand::memory);
    check("file names", DoctorCommand::fileNames);
    for (Language language : Language.supported()) {
      check("language " + language.code(), () -> models(language));
    }
    if (jobFile != null) {
      checkJob(jobFile);
    }
    return healthy ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void checkJob(Path file) {
    JobSettings[] read = new JobSettings[1];
    check(
        "job file",
        () -> {
          read[0] = JobFile.read(file, java.util.Map.of(), JobOptions.CHECKS_OF_WORK);
          return file + ": corpus " + read[0].corpus();
        });
    JobSettings settings = read[0];
    if (settings != null) {
      check("inputs", () -> inputs(settings));
      check("output", () -> output(Path.of(settings.output())));
      check("database", () -> database(settings));
    }
  }

  /** Something that works but could be improved. */
  private static final class Remark extends Exception {

    private static final long serialVersionUID = 1L;

    Remark(String message) {
      super(message);
    }
  }

  private void check(String what, Check check) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.printf("ok      %-12s  %s%n", what, check.find());
    } catch (Remark e) {
      out.printf("note    %-12s  %s%n", what, e.getMessage());
    } catch (Exception e) {
      healthy = false;
      out.printf("WRONG   %-12s  %s%n", what, e.getMessage() == null ? e : e.getMessage());
    }
    out.flush();
  }

  private static String memory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    if (heap < ENOUGH_HEAP) {
      throw new IllegalStateException(
          "Java may use "
              + heap
              + " MB of memory; English and Vietnamese need "
              + ENOUGH_HEAP
              + " MB: java -Xmx1500m -jar …");
    }
    return "Java may use " + heap + " MB, " + Runtime.getRuntime().availableProcessors() + " cores";
  }

  private static String fileNames() {
    String name = System.getProperty("sun.jnu.encoding", "");
    if (!Charset.isSupported(name) || !Charset.forName(name).equals(StandardCharsets.UTF_8)) {
      return name
          + ": files whose names it cannot express are reported as failures; set LC_ALL=C.UTF-8";
    }
    return "UTF-8";
  }

  /** Loads the models, which stay: those of all languages together may need too much memory. */
  private String models(Language language) throws Remark {
    List<Language> all = new ArrayList<>(loaded);
    all.add(language);
    try {
      Language.checkMemory(all, Runtime.getRuntime().maxMemory());
    } catch (IllegalArgumentException e) {
      throw new Remark("installed, not tried: " + e.getMessage());
    }
    loaded.add(language);
    long begin = System.nanoTime();
    language.pipeline();
    language.quotes();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return String.format(Locale.ROOT, "%s, loaded in %.1f s", language.version(), seconds);
  }

  private static String inputs(JobSettings settings) {
    OwnFiles.check(settings);
    return String.join(", ", settings.input());
  }

  private static String output(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    Path existing = absolute;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new IOException(
          absolute + " cannot be written to; create the folder or choose another");
    }
    long free = Files.getFileStore(existing).getUsableSpace() >> 20;
    if (free < ENOUGH_DISK) {
      throw new IOException(absolute + " has only " + free + " MB left on its disk");
    }
    return absolute + ", " + free + " MB free";
  }

  private static String database(JobSettings settings) throws Remark {
    DatabaseAddress address = BatchApplication.address(settings);
    return rights(runs(address, settings), address);
  }

  private static String runs(DatabaseAddress address, JobSettings settings) {
    Patience patience = Patience.of(StatusCommand.LONGEST_WAIT);
    try (LookLock look = LookLock.acquireUnlessRunning(address, "doctor", patience)) {
      return JobDatabase.use(
              address,
              database -> address.shown() + ", runs so far: " + database.runs().latest(1000).size())
          .orElse(address.shown() + ", created by the first run");
    } catch (AlreadyRunningException e) {
      return address.shown() + ", " + e.getMessage();
    }
  }

  private static String rights(String found, DatabaseAddress address) throws Remark {
    List<String> tooMany =
        address.isPostgres() ? PostgresRights.beyondTheDatabase(address) : List.of();
    if (!tooMany.isEmpty()) {
      throw new Remark(
          found
              + "; but "
              + address.user()
              + " has rights that no job needs ("
              + String.join(", ", tooMany)
              + "): whoever has the password can read and write files and run programs on the"
              + " database's machine; use a role that only owns the database (docs/database.md)");
    }
    return found;
  }
}
