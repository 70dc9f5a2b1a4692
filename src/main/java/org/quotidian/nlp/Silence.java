package org.quotidian.nlp;

import edu.stanford.nlp.util.logging.RedwoodConfiguration;

/** Silences CoreNLP, which prints to the error stream what it loads. */
final class Silence {

  private Silence() {}

  /** Affects the whole process, because CoreNLP's log is global. */
  static void coreNlp() {
    RedwoodConfiguration.empty().apply();
  }
}
