package org.quotidian;

/** The program's entry point. */
public final class Quotidian {

  private Quotidian() {}

  public static void main(String[] args) {
    System.out.println("Quotidian");
  }
}
