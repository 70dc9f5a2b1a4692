package org.quotidian.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.quotidian.batch.RootCause;
import org.quotidian.model.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program; without a command it prints its help. */
@Command(
    name = "quotidian",
    description = "Reads folders of news articles and writes down who said what.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = MainCommand.VersionText.class,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      RestartCommand.class,
      WorkerCommand.class,
      StopCommand.class,
      StatusCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      SqlCommand.class,
      DiffCommand.class,
      PurgeCommand.class,
      BackupCommand.class,
      RepairCommand.class,
      AnnotateCommand.class,
      InspectCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      LanguagesCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    })
public final class MainCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** The command line, ready to execute. It turns every error into a message and an exit code. */
  public static CommandLine commandLine() {
    return new CommandLine(new MainCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageMessage())
        .setExecutionStrategy(MainCommand::execute)
        .setExecutionExceptionHandler(new ErrorMessage());
  }

  /**
   * Reports a lack of memory, which the user can solve, as a message. Other errors keep their stack
   * trace.
   */
  private static int execute(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      parsed.commandSpec().commandLine().getErr().println("Failed: " + RootCause.words(e));
      return ExitCode.FAILED;
    }
  }

  /**
   * Executes the command line of this process. Output is UTF-8 in any locale, because timers and
   * containers often have an ASCII locale.
   *
   * @return the exit code
   */
  public static int execute(String... arguments) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    Optional<String> unreadable = ProcessLocale.unreadable(arguments);
    if (unreadable.isPresent()) {
      System.err.println(unreadable.get());
      return ExitCode.WRONG_USAGE;
    }
    return commandLine()
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Quotidian " + Version.current()};
    }
  }
}
