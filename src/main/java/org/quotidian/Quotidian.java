package org.quotidian;

import org.quotidian.cli.MainCommand;

/** The program's entry point. */
public final class Quotidian {

  private Quotidian() {}

  public static void main(String[] args) {
    System.exit(MainCommand.execute(args));
  }
}
