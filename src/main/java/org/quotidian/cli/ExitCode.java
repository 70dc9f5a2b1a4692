package org.quotidian.cli;

/** The exit codes of the program. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;

  /** Wrong usage or settings, reported before any work starts. */
  static final int WRONG_USAGE = 2;

  /** Done, but articles failed and the job asked for this exit code ({@code tell-failures}). */
  static final int ARTICLES_FAILED = 3;

  /** Stopped; the same command continues. 128 + SIGINT, as in shells. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
