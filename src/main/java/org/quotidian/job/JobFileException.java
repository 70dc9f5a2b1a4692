package org.quotidian.job;

import java.util.List;

/** A job file that cannot be used. The message has one line for each mistake. */
public final class JobFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JobFileException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }

  public JobFileException(String problem) {
    super(problem);
  }
}
