package org.quotidian.cli;

import java.io.Console;
import java.lang.reflect.Method;

/** The capabilities of the terminal. */
final class Terminal {

  private Terminal() {}

  /** Whether output goes to a terminal, where a person can watch it. */
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      // Since Java 22, System.console() is not null without a terminal either.
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
