package org.quotidian.benchmark;

import org.quotidian.cli.MainCommand;

/** The CPU seconds of one command of the program, without start and end of Java. */
final class CommandFigures {

  private CommandFigures() {}

  /**
   * @param arguments of the command line
   */
  public static void main(String[] arguments) throws Exception {
    int exit = MainCommand.commandLine().execute(arguments);
    Figures figures = new Figures();
    figures.put("CPU", Figures.processCpu());
    figures.tell();
    System.exit(exit);
  }
}
