package org.quotidian.cli;

import java.io.PrintWriter;
import org.quotidian.batch.RootCause;
import org.quotidian.batch.remote.RemoteWorkException;
import org.quotidian.job.JobFileException;
import org.quotidian.source.InputException;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns an exception from a command into a message and an exit code. Stack traces go to the log
 * only.
 */
final class ErrorMessage implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (exception instanceof JobFileException || exception instanceof InputException) {
      err.println(exception.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    if (exception instanceof AlreadyRunningException) {
      err.println("Not started: " + exception.getMessage());
      return ExitCode.FAILED;
    }
    if (exception instanceof StoreException || exception instanceof RemoteWorkException) {
      err.println(exception.getMessage());
      return ExitCode.FAILED;
    }
    Logger log =
        LoggerFactory.getLogger(
            ErrorMessage.class); // created here because loading the log would delay every start
    log.error("{} failed", commandLine.getCommandName(), exception);
    err.println("The program failed: " + RootCause.words(exception));
    return ExitCode.FAILED;
  }
}
