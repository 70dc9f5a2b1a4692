package org.quotidian.cli;

import java.io.IOException;

/** The program as a test started it, in a process or in a thread. */
interface RunningProgram {

  /** Waits for its end. */
  int exitCode() throws InterruptedException;

  /** What it has printed so far. */
  String screen() throws IOException;
}
