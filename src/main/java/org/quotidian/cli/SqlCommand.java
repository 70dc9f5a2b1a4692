package org.quotidian.cli;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.export.CsvFormat;
import org.quotidian.job.JobSettings;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.Damage;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.LookLock;
import org.quotidian.store.Patience;
import org.quotidian.store.ReadOnlyQuery;
import org.quotidian.store.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql}: runs a query on the database. */
@Command(
    name = "sql",
    description = {
      "Runs an SQL query on the job's database and prints the result. It cannot change the data.",
      "Views: quotes, speakers, speakers_per_month, mentions, mentions_per_day. Tables: article, sentence, entity,"
          + " quote, ledger, run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian sql jobs/nightly.yml \"select * from speakers order by quotes desc\"",
      "  quotidian sql jobs/nightly.yml \"select * from speakers_per_month where published_month ="
          + " '2024-05' order by quotes desc\"",
      "  quotidian sql jobs/nightly.yml --csv \"select * from quotes where published >= '2024-05'\""
    })
final class SqlCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(index = "1", paramLabel = "QUERY", description = "One query, such as \"select …\".")
  private String query = "";

  @Option(names = "--csv", description = "Print all rows as CSV instead of a table.")
  private boolean csv;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Maximum number of rows in the table (${DEFAULT-VALUE}); CSV is not limited.")
  private int limit = 1000;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description =
          "Cancel the query after this time (${DEFAULT-VALUE}), because a run that needs the"
              + " same HSQLDB database waits for it.")
  private int timeout = 600;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for a run that uses the HSQLDB database (${DEFAULT-VALUE}).")
  private int wait = 30;

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    DatabaseAddress address = BatchApplication.address(settings);
    PrintWriter err = spec.commandLine().getErr();
    Patience patience = new Patience(Duration.ofSeconds(wait), line -> JobSession.say(err, line));
    try (LookLock look = LookLock.acquire(address, "sql", patience)) {
      return ask(address, settings);
    } catch (AlreadyRunningException e) {
      err.println(
          "No result: the database is still %s after %d s; see --wait"
              .formatted(e.getMessage(), wait));
      return ExitCode.FAILED;
    }
  }

  private int ask(DatabaseAddress address, JobSettings settings) {
    Optional<Database> opened = Database.open(address);
    if (opened.isEmpty()) {
      spec.commandLine().getErr().println("No run yet in " + address.shown());
      return ExitCode.FAILED;
    }
    Thread watch = new Thread(() -> makeWayForRun(address, settings), "watch");
    watch.setDaemon(true);
    watch.start();
    try (Database database = opened.get()) {
      ask(new ReadOnlyQuery(address, Duration.ofSeconds(timeout)), settings);
    } catch (RuntimeException e) {
      throw Damage.named(address, e);
    } finally {
      watch.interrupt();
    }
    return ExitCode.DONE;
  }

  /**
   * Ends the program if its time is over and a run waits for the HSQLDB file. The query may have
   * finished long ago, while its output waits in a pipe that nobody reads.
   */
  private void makeWayForRun(DatabaseAddress address, JobSettings settings) {
    try {
      Thread.sleep(Duration.ofSeconds(timeout + 1L).toMillis()); // the query itself ends earlier
      while (address.file().isEmpty() || RunLock.holder(address, settings.corpus()).isEmpty()) {
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      return; // the query has ended
    }
    JobSession.say(
        spec.commandLine().getErr(),
        "The query was cancelled after " + timeout + " s because a run waits for the database.");
    Runtime.getRuntime().halt(ExitCode.FAILED);
  }

  private void ask(ReadOnlyQuery question, JobSettings settings) {
    PrintWriter out = spec.commandLine().getOut();
    if (csv) {
      question.run(query, 0, new Csv(out, new CsvFormat(false, settings.csv().escapeFormulas())));
    } else {
      Buffered table = new Buffered(limit);
      question.run(query, limit + 1, table);
      table.table.print(out);
      if (table.cut) {
        spec.commandLine()
            .getErr()
            .println("Only the first " + limit + " rows are shown; see --limit and --csv.");
      }
    }
  }

  /** Prints each row at once. */
  private record Csv(ICSVWriter csv, CsvFormat format) implements ReadOnlyQuery.Result {

    Csv(PrintWriter out, CsvFormat format) {
      this(new CSVWriterBuilder(out).withLineEnd("\r\n").build(), format);
    }

    @Override
    public void columns(List<String> names) {
      write(names.toArray(String[]::new));
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      write(values.stream().map(value -> format.cell(exact(value))).toArray(String[]::new));
      return true;
    }

    private static @Nullable Object exact(@Nullable Object value) {
      return value instanceof Double number ? BigDecimal.valueOf(number) : value;
    }

    private void write(String[] cells) {
      csv.writeNext(cells, false);
      try {
        csv.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Holds the rows back until the width of each column is known. */
  private static final class Buffered implements ReadOnlyQuery.Result {

    private final int limit;
    private TextTable table = new TextTable();
    private int rows;
    private boolean cut;

    Buffered(int limit) {
      this.limit = limit;
    }

    @Override
    public void columns(List<String> names) {
      table = new TextTable(names.toArray(String[]::new));
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      cut = rows == limit;
      if (!cut) {
        table.row(new ArrayList<>(values).toArray());
        rows++;
      }
      return !cut;
    }
  }
}
