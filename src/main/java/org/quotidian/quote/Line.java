package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph that may be somebody's turn.
 *
 * @param words its first token after a label or dash
 * @param limit the token behind its last
 * @param label the part before a colon; null if there is no colon
 */
record Line(int first, int words, int limit, boolean dashed, @Nullable Phrase label, Label kind) {

  /** What the words before a colon are. */
  enum Label {
    NONE,
    /** Anna Berg: */
    NAME,
    /** Reporter: */
    INTERVIEWER,
    /** Q: */
    QUESTION,
    /** A: */
    ANSWER
  }

  int colon() {
    return words - 1;
  }
}
