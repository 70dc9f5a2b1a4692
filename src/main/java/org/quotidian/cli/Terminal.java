package org.quotidian.cli;

import java.io.Console;
import java.lang.reflect.Method;

/** What the screen can show. */
final class Terminal {

  private Terminal() {}

  /** Whether a person sees what is printed as it is printed. */
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      // Since Java 22 a console is there without a terminal too, and says so.
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
