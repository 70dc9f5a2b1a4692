package org.quotidian.cli;

/** What the process tells its caller. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;

  /** Wrong usage or settings, said before any work starts. */
  static final int WRONG_USAGE = 2;

  /** Done, but articles failed and the job asked to be told ({@code tell-failures}). */
  static final int ARTICLES_FAILED = 3;

  /** Stopped; the same command continues. 128 + SIGINT, as shells have it. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
