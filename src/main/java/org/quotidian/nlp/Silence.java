package org.quotidian.nlp;

import edu.stanford.nlp.util.logging.RedwoodConfiguration;

/** CoreNLP tells the error stream what it loads; a program that uses it as a library does not. */
final class Silence {

  private Silence() {}

  /** Takes effect for the whole process, as CoreNLP's log is one for the process. */
  static void coreNlp() {
    RedwoodConfiguration.empty().apply();
  }
}
